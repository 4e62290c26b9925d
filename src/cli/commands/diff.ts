import { type Text, text } from "../../base/diagnostics/index.ts";
import type { ComparedDocument } from "../../project/compare/index.ts";
import { wordLines } from "../changed-words.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { FOLDER, JSON_REPORT, ONLY, TEMPLATES } from "../options.ts";
import { joined, type Line } from "../output.ts";
import { REDLINES, writtenRedlines } from "../redlines.ts";

/** `trc diff`: prints which words differ between two sets. Exit code 0 when none do, 1 when some do or a set cannot be read. */
export const DIFF = command({
  name: "diff",
  ...text(
    "какие документы и какие слова в них изменились между двумя наборами",
    "which documents, and which words of them, differ between two sets",
  ),
  operands: [
    {
      name: text("<было>", "<before>"),
      ...text(
        "папка записей, папка вывода, версия git (HEAD, v1) или файл .docx",
        "folder of records, output folder, revision of git (HEAD, v1) or a .docx file",
      ),
    },
    {
      name: text("[стало]", "[after]"),
      ...text("то же; по умолчанию папка записей", "the same; the folder of records by default"),
    },
  ],
  options: {
    content: {
      ...text("папка записей, в том числе внутри версии git", "folder of records, inside a revision of git as well"),
      value: FOLDER,
      default: "content",
    },
    templates: TEMPLATES,
    only: ONLY,
    ...REDLINES,
    json: JSON_REPORT,
  },
  run: async ([before = "", after], { content, templates, only = [], ...to }) => {
    const { compareSets } = await import("../../project/compare/index.ts");
    const report = await compareSets({ before, after: after ?? content, content, templates, only });
    const { documents, same, sourceOf } = report;
    const compared = [before, after ?? content];
    const { written, diagnostics } = await writtenRedlines(report, to, {
      content,
      compared,
      diagnostics: report.diagnostics,
    });
    const count = text(
      `Изменилось документов: ${documents.length}, без изменений: ${same}`,
      `Documents changed: ${documents.length}, unchanged: ${same}`,
    );
    return {
      diagnostics,
      sourceOf,
      json: { diagnostics, documents, same, ...(to.docx === undefined && to.pdf === undefined ? {} : { written }) },
      beside: written.map((file) => text(`Записан ${file}`, `Written: ${file}`)),
      lines: diagnostics.length > 0 ? [] : [...documents.flatMap(documentLines), count],
      code: diagnostics.length > 0 || documents.length > 0 ? EXIT.findings : EXIT.done,
    };
  },
});

const STATES: { readonly [state in ComparedDocument["state"]]: Text } = {
  added: text("новый документ", "new document"),
  removed: text("документа больше нет", "the document is gone"),
  changed: text("изменён", "changed"),
};
const NO_WORDS = text(
  "  слов не сравнить: в одном из комплектов нет DOCX",
  "  the words cannot be compared: one of the sets has no DOCX",
);
const SAME_WORDS = text(
  "  слова те же, изменилось строение или номера",
  "  the words are the same, the structure or the numbers changed",
);

function documentLines({ title, state, changes }: ComparedDocument): Line[] {
  const lines =
    changes === null
      ? [NO_WORDS]
      : changes.length === 0
        ? [SAME_WORDS]
        : changes.flatMap((change) => wordLines(change, "  "));
  return [joined([`${title} – `, STATES[state]]), ...(state === "changed" ? lines : []), ""];
}
