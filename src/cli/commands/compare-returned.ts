import { type Place, type Text, text } from "../../base/diagnostics/index.ts";
import type { ReturnedReport } from "../../project/compare/index.ts";
import { wordLines } from "../changed-words.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { FOLDER, JSON_REPORT, ONLY, TEMPLATES } from "../options.ts";
import { dayText, joined, type Line } from "../output.ts";
import { REDLINES, writtenRedlines } from "../redlines.ts";

/** `trc compare-returned`: tells which words of our document a partner changed, silently too. Exit code 0 when none, 1 when some, or when a file cannot be read. */
export const COMPARE_RETURNED = command({
  name: "compare-returned",
  ...text(
    "какие слова нашего документа изменил партнёр в присланном файле Word, в том числе молча",
    "which words of our document a partner changed in the Word file that came back, silently too",
  ),
  operands: [
    {
      name: text("<файл.docx>", "<file.docx>"),
      ...text("файл, который вернулся", "the file that came back"),
    },
    {
      name: text("[отправленное]", "[sent]"),
      ...text(
        "с чем сравнить: папка записей, папка вывода, версия git или отправленный файл .docx; по умолчанию папка записей",
        "what to compare it with: folder of records, output folder, revision of git or the .docx file that was sent; the folder of records by default",
      ),
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
  run: async ([file = "", set], { content, templates, only = [], ...to }) => {
    const { compareReturned } = await import("../../project/compare/index.ts");
    const report = await compareReturned({ file, set: set ?? content, content, templates, only });
    const { document, changes, around, comments, hidden, sourceOf } = report;
    const compared = [file, set ?? content];
    const { written, diagnostics } = await writtenRedlines(report.redlines, to, {
      content,
      compared,
      diagnostics: report.diagnostics,
    });
    const clean = changes.length + around.length + comments.length + hidden.length === 0;
    return {
      diagnostics,
      sourceOf,
      json: { diagnostics, document, changes, around, comments, hidden, ...(written.length === 0 ? {} : { written }) },
      beside: written.map((path) => text(`Записан ${path}`, `Written: ${path}`)),
      lines: document === null ? [] : reportLines(report, document.title),
      code: diagnostics.length === 0 && clean ? EXIT.done : EXIT.findings,
    };
  },
});

function reportLines({ changes, around, comments, hidden }: ReturnedReport, title: string): Line[] {
  const all = [...changes, ...around];
  const silent = all.filter(({ tracked }) => tracked === null).length;
  const count = text(
    `изменённых мест – ${all.length}, из них молча – ${silent}; примечаний – ${comments.length}, скрытых мест – ${hidden.length}`,
    `changed places: ${all.length}, silently: ${silent}; comments: ${comments.length}, hidden places: ${hidden.length}`,
  );
  return [
    joined([title === "" ? "" : `${title}: `, count]),
    ...changes.flatMap((change) => [
      joined(["  ", whereText(change.clause), howText(change)]),
      ...wordLines(change, "    ", CONTEXT),
      ...placeLines(change.place),
    ]),
    ...around.flatMap((change) => [
      joined([
        "  ",
        text("колонтитул или сноска", "header, footer or note"),
        ", ",
        howText({ ...change, moved: false }),
      ]),
      ...wordLines(change, "    ", CONTEXT),
    ]),
    ...comments.flatMap((comment) => [
      joined(["  ", whereText(comment.clause), text("примечание: ", "comment: "), whoText(comment)]),
      `    ${comment.quote === "" ? "" : `«${comment.quote}» – `}${comment.text}`,
      ...placeLines(comment.place),
    ]),
    ...hidden.flatMap(({ clause, text: words }) => [
      joined(["  ", whereText(clause), text("скрытый или зачёркнутый текст", "hidden or struck text")]),
      `    ${words}`,
    ]),
  ];
}

/** Letters of what stayed that are shown at either side of a change. */
const CONTEXT = 60;

type Change = ReturnedReport["changes"][number];

/** «пункт 2.1, подпункт 1), »; empty where only words are at hand. */
function whereText(clause: Change["clause"]): Text {
  if (clause === null) return text("", "");
  const { annex, clause: number, item } = clause;
  const parts = [
    ...(annex === null
      ? []
      : [annex === 0 ? text("приложение", "annex") : text(`приложение № ${annex}`, `annex ${annex}`)]),
    ...(number === null ? [] : [text(`пункт ${number}`, `clause ${number}`)]),
    ...(item === null ? [] : [text(`подпункт ${item}`, `item ${item}`)]),
  ];
  return joined([...(parts.length === 0 ? [text("вне пунктов", "outside of the clauses")] : parts), ""], ", ");
}

function howText({ before, after, moved, tracked }: Pick<Change, "before" | "after" | "moved" | "tracked">): Text {
  const what = moved
    ? after === null
      ? text("абзац перенесён отсюда", "the paragraph was moved from here")
      : text("абзац перенесён сюда", "the paragraph was moved here")
    : after === null
      ? text("абзац удалён", "the paragraph was deleted")
      : before === null
        ? text("абзац добавлен", "a paragraph was added")
        : text("слова изменены", "words were changed");
  const who =
    tracked === null
      ? text("молча", "silently")
      : joined([text("отслежено: ", "tracked: "), joined(tracked.map(whoText), ", ")]);
  return joined([what, who], ", ");
}

function whoText({ author, date }: { readonly author: string; readonly date: string }): Text {
  return joined(
    [author, date === "" ? "" : dayText(date)].filter((part) => part !== ""),
    " ",
  );
}

function placeLines(place: Place | null): Line[] {
  return place === null ? [] : [`    ${place.file}:${place.start.line}:${place.start.column}`];
}
