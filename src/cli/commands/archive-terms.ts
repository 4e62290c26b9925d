import { text } from "../../base/diagnostics/index.ts";
import type { DueReport, PreparedRecord } from "../../office/archive/index.ts";
import { command, needing } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { ARCHIVE_FOLDER, CONTENT, day, JSON_REPORT, matching, PROJECT, TEMPLATES } from "../options.ts";
import { type Answer, dayText, type Line } from "../output.ts";
import { today } from "../today.ts";
import { archivedLine } from "./archive-listing.ts";

const PREPARED = {
  archive: ARCHIVE_FOLDER,
  ...PROJECT,
  prepared: {
    ...text("кто составил: запись из content/people", "who prepared it: a record of content/people"),
    value: text("<лицо>", "<person>"),
    parse: matching(
      /^[a-z0-9][a-z0-9-]*$/,
      text(
        "Нужно имя записи: латинские буквы, цифры и дефис, например gonchar-tm.",
        "The name of a record is needed: Latin letters, figures and hyphens, for example gonchar-tm.",
      ),
    ),
  },
};

/** `trc archive inventory`. */
export const INVENTORY = command({
  name: "inventory",
  ...text(
    "подготовить опись электронных дел за год или внутреннюю опись дела",
    "prepare the inventory of the electronic cases of a year, or the inner inventory of a case",
  ),
  options: {
    ...PREPARED,
    year: {
      ...text("год дел", "year of the cases"),
      value: text("<год>", "<year>"),
      required: true,
      parse: matching(
        /^20\d\d$/,
        text("Нужен год из четырёх цифр, например 2025.", "A year has four figures, for example 2025."),
      ),
    },
    case: {
      ...text(
        "внутренняя опись этого дела с листом-заверителем",
        "inner inventory of this case with its certifying sheet",
      ),
      value: text("<индекс>", "<index>"),
      parse: matching(/^\d{2}-\d{2}$/, text("Нужен индекс дела вида 01-05.", "An index of a case is written 01-05.")),
    },
    date: day("дата описи (по умолчанию сегодня)", "date of the inventory (today by default)"),
  },
  run: async (_operands, { year, date = today(), ...options }) => {
    const { writeInventory } = await import("../../office/archive/index.ts");
    return prepared(await writeInventory({ ...options, year: Number(year), date }));
  },
});

/** `trc archive due`. */
export const DUE = command({
  name: "due",
  ...text(
    "что можно выделить к уничтожению; программа ничего не удаляет",
    "what may be selected for destruction; the program deletes nothing",
  ),
  options: {
    archive: ARCHIVE_FOLDER,
    json: JSON_REPORT,
    ...needing("act", { content: CONTENT, templates: TEMPLATES, prepared: PREPARED.prepared }),
    on: day("на какой день (по умолчанию сегодня)", "for which day (today by default)"),
    act: text("подготовить акт о выделении к уничтожению", "prepare the act of selection for destruction"),
  },
  run: async (_operands, { on = today(), act, ...options }) => {
    const { dueForDestruction, writeDestructionAct } = await import("../../office/archive/index.ts");
    const { value: report, diagnostics } = await dueForDestruction(options.archive, on);
    if (report === undefined) return { diagnostics, code: EXIT.findings };
    if (act !== true) return { diagnostics, json: report, lines: dueLines(report, on), code: EXIT.done };
    const written = prepared(await writeDestructionAct(report, options));
    return { ...written, diagnostics: [...diagnostics, ...(written.diagnostics ?? [])] };
  },
});

/** `trc archive dispose`. */
export const DISPOSE = command({
  name: "dispose",
  ...text(
    "записать в книгу, что документы уничтожены по акту; программа ничего не удаляет",
    "enter in the book that documents were destroyed under an act; the program deletes nothing",
  ),
  operands: [
    {
      name: text("<документы...>", "<documents...>"),
      ...text("документы архива: 1-2025-trc", "documents of the archive: 1-2025-trc"),
    },
  ],
  options: {
    archive: ARCHIVE_FOLDER,
    json: JSON_REPORT,
    act: {
      ...text("утверждённый акт: «Акт от 20.01.2032 № 1»", "name of the approved act"),
      value: text("<акт>", "<act>"),
      required: true,
      parse: matching(
        /\p{L}.*\sот\s(?:\d{2}\.\d{2}\.|\d{1,2}\s\p{L}+\s)\d{4}(?:\sг\.)?\s№\s?\S/u,
        text(
          "Назовите утверждённый акт с датой и номером: «Акт от 20.01.2032 № 1».",
          "Name the approved act with its date and number: «Акт от 20.01.2032 № 1».",
        ),
      ),
    },
    date: day("день записи (по умолчанию сегодня)", "day of the entry (today by default)"),
  },
  run: async (documents, { archive, act, date = today() }) => {
    const { disposeDocuments } = await import("../../office/archive/index.ts");
    const report = await disposeDocuments({ archive, documents, act, today: date });
    const { bags, diagnostics } = report;
    const { length } = report.documents;
    return {
      diagnostics,
      json: report,
      lines:
        bags.length === 0
          ? [text("В книгу ничего не записано.", "Nothing was entered in the book.")]
          : [
              text(
                `Записано в книгу поступлений: ${length}\nТеперь эти папки можно удалить, и в каждой копии архива тоже; программа их не удаляет:`,
                `Entered in the book of accessions: ${length}\nThese folders may now be deleted, in every copy of the archive as well; the program does not delete them:`,
              ),
              ...bags.map((bag) => `  ${archive}/${bag}`),
            ],
      code: bags.length === 0 ? EXIT.findings : EXIT.done,
    };
  },
});

function dueLines({ due, lasting, disposed, next }: DueReport, on: string): Line[] {
  const [asked, term] = [on, next?.day ?? ""].map(dayText);
  const count = next?.documents.length;
  return [
    ...due.map(archivedLine),
    text(
      `На ${asked?.ru} можно выделить к уничтожению: ${due.length}\nХранятся постоянно или пока не минует надобность: ${lasting}`,
      `On ${asked?.en} may be selected for destruction: ${due.length}\nKept for ever or as long as they are needed: ${lasting}`,
    ),
    disposed > 0 && text(`Уничтожены по актам: ${disposed}`, `Destroyed under acts: ${disposed}`),
    next === null
      ? text("Других сроков нет.", "There are no other terms.")
      : text(`Следующий срок – ${term?.ru}, документов: ${count}`, `The next term is ${term?.en}, documents: ${count}`),
    text(
      "Программа ничего не удаляет; акт готовит trc archive due --act.",
      "The program deletes nothing; trc archive due --act prepares the act.",
    ),
  ];
}

function prepared({ diagnostics, written, blank }: PreparedRecord): Answer {
  return {
    diagnostics,
    json: { written, diagnostics },
    lines:
      written === null
        ? []
        : [
            text(`Подготовлена запись ${written}`, `The record ${written} is prepared`),
            blank &&
              text(
                "Впишите в неё, кто составил документ (prepared).",
                "Write into it who prepared the document (prepared).",
              ),
            text("Проверьте её и соберите документ: trc build", "Check it and build the document: trc build"),
          ],
    code: written === null ? EXIT.findings : EXIT.done,
  };
}
