import {
  type Diagnostic,
  type Found,
  type Hints,
  type Place,
  raise,
  startOf,
  type Text,
  text,
} from "../../base/diagnostics/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import type { Leak } from "./find-leaks.ts";
import { FINDINGS } from "./findings.ts";
import { squeezed } from "./normal-text.ts";

/** Where a public document came from, so that the clerk is shown where to correct it. */
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
 * TRC6504: the text holds what is withheld; TRC6505: it names someone whom the records do not know.
 *
 * @param typed leaks in the properties of the records of the document; those that `printed` does not show do not count
 */
export function reportLeaks(
  printed: string,
  leaks: readonly Leak[],
  typed: readonly TypedLeak[],
  origin: LeakOrigin,
): Diagnostic[] {
  // Typography may have changed a sign between two words.
  const plain = squeezed(printed);
  const shown = typed.filter(({ leak }) => plain.includes(squeezed(leak.text)));
  const known = new Set(shown.map(({ leak }) => keyOf(leak)));
  const template = startOf(origin.template);
  return [
    ...shown.map(({ leak, record, pointer }) => finding(leak, origin, { place: record.placeOf(pointer), pointer })),
    ...leaks
      .filter((leak) => !known.has(keyOf(leak)))
      .map((leak) =>
        finding(leak, origin, {
          place: template,
          related: [
            {
              message: text("документ делался по этой записи", "the document was made from this record"),
              place: origin.recordPlace,
            },
          ],
        }),
      ),
  ];
}

/** A template may change the size of a letter. */
function keyOf({ kind, text }: Leak): string {
  return `${kind} ${squeezed(text)}`;
}

function finding(leak: Leak, { title }: LeakOrigin, at: Pick<Found, "place" | "pointer" | "related">): Diagnostic {
  if (leak.kind === "unknown-name")
    return raise(FINDINGS.TRC6505, {
      ...at,
      message: text(
        `В публичной редакции названо лицо, которого нет в записях: «${leak.text}»`,
        `The public edition names a person who is not in the records: “${leak.text}”`,
      ),
      why: text(
        `Проверьте, можно ли его называть: имена детей и тех, кто не давал согласия, не публикуются. Документ: ${title}`,
        `Check whether they may be named: children, and people who gave no consent, are not published. Document: ${title}`,
      ),
    });
  const { what, why, hints } = WORDS[leak.kind];
  return raise(FINDINGS.TRC6504, {
    ...at,
    message: text(
      `${what.ru} в публичной редакции: «${leak.text}»`,
      `${what.en} in the public edition: “${leak.text}”`,
    ),
    why: text(`${why.ru}. Документ: ${title}`, `${why.en}. Document: ${title}`),
    hints: at.pointer === undefined ? [IN_TEMPLATE] : hints,
  });
}

const IN_TEMPLATE = text(
  "Уберите это из шаблона: напечатайте значение из записи",
  "Take it out of the template: print the value from the record",
);
const WITHOUT = text(
  "Уберите это из текста: в подлиннике достаточно ссылки на запись, в публичной редакции она не печатается",
  "Take it out of the text: in the original a reference to the record is enough, and the public edition does not print it",
);
const WORDS: {
  readonly [kind in Exclude<Leak["kind"], "unknown-name">]: {
    readonly what: Text;
    readonly why: Text;
    readonly hints: Hints;
  };
} = {
  name: {
    what: text("Имя лица, которое публиковать нельзя,", "The name of a person who may not be published"),
    why: text(
      "Действующего на дату документа согласия на распространение персональных данных нет, а лицо не руководитель и не заместитель",
      "On the date of the document there is no consent in force to the publication of personal data, and the person is neither head nor deputy",
    ),
    hints: [
      text(
        "Замените имя должностью («учитель математики») или назовите лицо ссылкой: assignees, responsible",
        "Put the post in place of the name («учитель математики») or refer to the person: assignees, responsible",
      ),
      text(
        "Если согласие есть, впишите его в запись лица: consent: {date: …, until: …}",
        "If there is a consent, enter it into the person's record: consent: {date: …, until: …}",
      ),
      text(
        "Если это не фамилия, напишите слово в notSurnames файла settings.yaml",
        "If it is no surname, write the word into notSurnames of settings.yaml",
      ),
    ],
  },
  email: {
    what: text("Скрытый адрес электронной почты", "A withheld e-mail address"),
    why: text("Электронная почта работника не публикуется", "The e-mail of an employee is not published"),
    hints: [WITHOUT],
  },
  number: {
    what: text("Скрытый номер", "A withheld number"),
    why: text(
      "Телефоны работников, банковские счета и номера доверенностей не публикуются",
      "Phones of employees, bank accounts and numbers of powers of attorney are not published",
    ),
    hints: [WITHOUT],
  },
  contact: {
    what: text(
      "Телефон или адрес почты, который не принадлежит организации,",
      "A phone or an e-mail address that belongs to no organisation",
    ),
    why: text(
      "Публикуются только телефоны и почта из записей организаций",
      "Only phones and addresses from the records of organisations are published",
    ),
    hints: text(
      "Уберите это из текста или впишите в запись организации, если это её служебный телефон или почта",
      "Take it out of the text, or enter it into the record of the organisation if it is its official phone or address",
    ),
  },
  address: {
    what: text("Адрес проживания", "A home address"),
    why: text("Адреса лиц не публикуются", "Addresses of people are not published"),
    hints: [WITHOUT],
  },
  birth: {
    what: text("Дата рождения", "A date of birth"),
    why: text("Даты рождения не публикуются", "Dates of birth are not published"),
    hints: [WITHOUT],
  },
  code: {
    what: text("Счёт, СНИЛС, ИНН или паспорт", "A bank account, insurance number, taxpayer number or passport"),
    why: text("Такие сведения не публикуются", "Such data are not published"),
    hints: [WITHOUT],
  },
};
