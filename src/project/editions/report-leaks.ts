import type { Diagnostic, EnglishText, Place } from "../../base/diagnostics/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import type { Leak } from "./find-leaks.ts";

/** Where a public document came from, to tell the clerk where to mend it. */
export type LeakOrigin = {
  /** The record of the document itself. */
  readonly recordPlace: Place;
  readonly template: string;
  readonly title: string;
};

/** A leak typed in a property that is printed as it is. */
export type TypedLeak = { readonly leak: Leak; readonly record: ContentRecord; readonly pointer: string };

/**
 * Leaks of a public text as findings at the properties they were typed in; those typed nowhere are the template's.
 * TRC6504: the text holds what is withheld; TRC6505 (a warning): it names someone whom the records do not know.
 *
 * @param typed leaks in the properties of the records of the document; those that `text` does not show do not count
 */
export function reportLeaks(
  text: string,
  leaks: readonly Leak[],
  typed: readonly TypedLeak[],
  origin: LeakOrigin,
): Diagnostic[] {
  const lower = text.toLowerCase();
  const shown = typed.filter(({ leak }) => lower.includes(leak.text.toLowerCase()));
  const known = new Set(shown.map(({ leak }) => keyOf(leak)));
  const template: Place = { file: origin.template, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  return [
    ...shown.map(({ leak, record, pointer }) => ({
      ...finding(leak, origin, true),
      place: record.placeOf(pointer),
      pointer,
    })),
    ...leaks
      .filter((leak) => !known.has(keyOf(leak)))
      .map((leak) => {
        const { english, ...found } = finding(leak, origin, false);
        return {
          ...found,
          place: template,
          related: [{ message: "документ делался по этой записи", place: origin.recordPlace }],
          english: { ...english, related: ["the document was made from this record"] },
        };
      }),
  ];
}

/** A template may change the size of a letter. */
function keyOf({ kind, text }: Leak): string {
  return `${kind} ${text.toLowerCase()}`;
}

function finding(leak: Leak, { title }: LeakOrigin, inRecord: boolean): Diagnostic & { readonly english: EnglishText } {
  if (leak.kind === "unknown-name")
    return {
      code: "TRC6505",
      severity: "warning",
      message: `В публичной редакции названо лицо, которого нет в записях: «${leak.text}»`,
      why: `Проверьте, можно ли его называть: имена детей и тех, кто не давал согласия, не публикуются. Документ: ${title}`,
      hints: [
        "Замените имя должностью или числом участников",
        "Если это не имя человека или имя автора книги, напишите слово в notSurnames файла settings.yaml",
      ],
      norm: NORM,
      english: {
        message: `The public edition names a person who is not in the records: “${leak.text}”`,
        why: `Check whether they may be named: children, and people who gave no consent, are not published. Document: ${title}`,
        hints: [
          "Put a post or a number of participants in place of the name",
          "If it is no name of a person, or that of an author of a book, write the word into notSurnames of settings.yaml",
        ],
      },
    };
  const russian = RUSSIAN[leak.kind];
  const english = ENGLISH[leak.kind];
  return {
    code: "TRC6504",
    severity: "error",
    message: `${russian.what} в публичной редакции: «${leak.text}»`,
    why: `${russian.why}. Документ: ${title}`,
    hints: inRecord ? russian.hints : ["Уберите это из шаблона: напечатайте значение из записи"],
    norm: NORM,
    english: {
      message: `${english.what} in the public edition: “${leak.text}”`,
      why: `${english.why}. Document: ${title}`,
      hints: inRecord ? english.hints : ["Take it out of the template: print the value from the record"],
    },
  };
}

const NORM = "Закон № 152-ФЗ, ст. 10.1";

type Words = { readonly what: string; readonly why: string; readonly hints: readonly string[] };
type WordsOf = { readonly [kind in Exclude<Leak["kind"], "unknown-name">]: Words };

const WITHOUT =
  "Уберите это из текста: в подлиннике достаточно ссылки на запись, в публичной редакции она не печатается";
const RUSSIAN: WordsOf = {
  name: {
    what: "Имя лица, которое публиковать нельзя,",
    why: "Действующего на дату документа согласия на распространение персональных данных нет, а лицо не руководитель и не заместитель",
    hints: [
      "Замените имя должностью («учитель математики») или назовите лицо ссылкой: assignees, responsible",
      "Если согласие есть, впишите его в запись лица: consent: {date: …, until: …}",
      "Если это не фамилия, напишите слово в notSurnames файла settings.yaml",
    ],
  },
  email: {
    what: "Скрытый адрес электронной почты",
    why: "Электронная почта работника не публикуется",
    hints: [WITHOUT],
  },
  number: {
    what: "Скрытый номер",
    why: "Телефоны работников, банковские счета и номера доверенностей не публикуются",
    hints: [WITHOUT],
  },
  contact: {
    what: "Телефон или адрес почты, который не принадлежит организации,",
    why: "Публикуются только телефоны и почта из записей организаций",
    hints: ["Уберите это из текста или впишите в запись организации, если это её служебный телефон или почта"],
  },
  code: { what: "Счёт, СНИЛС, ИНН или паспорт", why: "Такие сведения не публикуются", hints: [WITHOUT] },
};

const WITHOUT_IT =
  "Take it out of the text: in the original a reference to the record is enough, and the public edition does not print it";
const ENGLISH: WordsOf = {
  name: {
    what: "The name of a person who may not be published",
    why: "On the date of the document there is no consent in force to the publication of personal data, and the person is neither head nor deputy",
    hints: [
      "Put the post in place of the name («учитель математики») or refer to the person: assignees, responsible",
      "If there is a consent, enter it into the person's record: consent: {date: …, until: …}",
      "If it is no surname, write the word into notSurnames of settings.yaml",
    ],
  },
  email: { what: "A withheld e-mail address", why: "The e-mail of an employee is not published", hints: [WITHOUT_IT] },
  number: {
    what: "A withheld number",
    why: "Phones of employees, bank accounts and numbers of powers of attorney are not published",
    hints: [WITHOUT_IT],
  },
  contact: {
    what: "A phone or an e-mail address that belongs to no organisation",
    why: "Only phones and addresses from the records of organisations are published",
    hints: [
      "Take it out of the text, or enter it into the record of the organisation if it is its official phone or address",
    ],
  },
  code: {
    what: "A bank account, insurance number, taxpayer number or passport",
    why: "Such data are not published",
    hints: [WITHOUT_IT],
  },
};
