import type { Diagnostic, Place } from "../diagnostics/index.ts";
import type { ContentRecord } from "../records/index.ts";
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
      .map((leak) => ({
        ...finding(leak, origin, false),
        place: template,
        related: [{ message: "документ делался по этой записи", place: origin.recordPlace }],
      })),
  ];
}

/** A template may change the size of a letter. */
function keyOf({ kind, text }: Leak): string {
  return `${kind} ${text.toLowerCase()}`;
}

function finding(leak: Leak, { title }: LeakOrigin, inRecord: boolean): Diagnostic {
  const where = `Документ: ${title}`;
  if (leak.kind === "unknown-name")
    return {
      code: "TRC6505",
      severity: "warning",
      message: `В публичной редакции названо лицо, которого нет в записях: «${leak.text}»`,
      why: `Проверьте, можно ли его называть: имена детей и тех, кто не давал согласия, не публикуются. ${where}`,
      hints: [
        "Замените имя должностью или числом участников",
        "Если это не имя человека или имя автора книги, напишите слово в notSurnames файла settings.yaml",
      ],
      norm: "Закон № 152-ФЗ, ст. 10.1",
    };
  return {
    code: "TRC6504",
    severity: "error",
    message: `${WHAT[leak.kind]} в публичной редакции: «${leak.text}»`,
    why: `${WHY[leak.kind]}. ${where}`,
    hints: inRecord ? HINTS[leak.kind] : ["Уберите это из шаблона: напечатайте значение из записи"],
    norm: "Закон № 152-ФЗ, ст. 10.1",
  };
}

type Known = Exclude<Leak["kind"], "unknown-name">;

const WHAT: { readonly [kind in Known]: string } = {
  name: "Имя лица, которое публиковать нельзя,",
  email: "Скрытый адрес электронной почты",
  number: "Скрытый номер",
  contact: "Телефон или адрес почты, который не принадлежит организации,",
  code: "Счёт, СНИЛС, ИНН или паспорт",
};

const WHY: { readonly [kind in Known]: string } = {
  name: "Действующего на дату документа согласия на распространение персональных данных нет, а лицо не руководитель и не заместитель",
  email: "Электронная почта работника не публикуется",
  number: "Телефоны работников, банковские счета и номера доверенностей не публикуются",
  contact: "Публикуются только телефоны и почта из записей организаций",
  code: "Такие сведения не публикуются",
};

const WITHOUT =
  "Уберите это из текста: в подлиннике достаточно ссылки на запись, в публичной редакции она не печатается";
const HINTS: { readonly [kind in Known]: readonly string[] } = {
  name: [
    "Замените имя должностью («учитель математики») или назовите лицо ссылкой: assignees, responsible",
    "Если согласие есть, впишите его в запись лица: consent: {date: …, until: …}",
    "Если это не фамилия, напишите слово в notSurnames файла settings.yaml",
  ],
  email: [WITHOUT],
  number: [WITHOUT],
  contact: ["Уберите это из текста или впишите в запись организации, если это её служебный телефон или почта"],
  code: [WITHOUT],
};
