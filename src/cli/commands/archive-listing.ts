import { type Outcome, text } from "../../base/diagnostics/index.ts";
import type { ArchivedDocument } from "../../office/archive/index.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { ARCHIVE_FOLDER, FILE, JSON_REPORT } from "../options.ts";
import { type Answer, dayText, joined, type Line } from "../output.ts";

const OPTIONS = { archive: ARCHIVE_FOLDER, json: JSON_REPORT };
/** A document of the archive, as an argument. */
export const DOCUMENT = {
  name: text("<документ>", "<document>"),
  ...text("документ архива: 91-od-2025", "document of the archive: 91-od-2025"),
};

/** `trc archive list`. */
export const LIST = command({
  name: "list",
  ...text("перечислить документы архива", "list the documents of the archive"),
  options: OPTIONS,
  run: async (_operands, { archive }) => {
    const { listArchive } = await import("../../office/archive/index.ts");
    return found(await listArchive(archive));
  },
});

/** `trc archive find`. */
export const FIND = command({
  name: "find",
  ...text(
    "найти документы по словам, номеру, дате или индексу дела",
    "find documents by words, number, date or index of the case",
  ),
  operands: [{ name: text("<слова...>", "<words...>"), ...text("что искать", "what to look for") }],
  options: OPTIONS,
  run: async (words, { archive }) => {
    const { findArchived } = await import("../../office/archive/index.ts");
    return found(await findArchived(archive, words.join(" ")));
  },
});

/** `trc archive export`. */
export const EXPORT = command({
  name: "export",
  ...text("выдать документ контейнером ZIP", "hand out a document as a ZIP container"),
  operands: [DOCUMENT],
  options: {
    ...OPTIONS,
    out: {
      ...text("имя файла (по умолчанию ДОКУМЕНТ.zip)", "name of the file (DOCUMENT.zip by default)"),
      value: FILE,
    },
  },
  run: async ([name = ""], { archive, out: wanted }) => {
    const { writeContainer } = await import("../../office/archive/index.ts");
    const { value, diagnostics } = await writeContainer(archive, name, wanted);
    if (value === undefined) return { diagnostics, code: EXIT.findings };
    const { document, out, bytes } = value;
    const { title } = document;
    return {
      diagnostics,
      json: { document, out, bytes },
      lines: [text(`${title} → ${out} (${bytes} байт)`, `${title} → ${out} (${bytes} bytes)`)],
      code: EXIT.done,
    };
  },
});

function found({ value: documents, diagnostics }: Outcome<readonly ArchivedDocument[]>): Answer {
  if (documents === undefined) return { diagnostics, code: EXIT.findings };
  const lines = documents.length === 0 ? [text("Ничего нет.", "There is nothing.")] : documents.map(archivedLine);
  return { diagnostics, json: documents, lines, code: EXIT.done };
}

/** A document of the archive: its entry and title, and under them its case, term and signatures. */
export function archivedLine(archived: ArchivedDocument): Line {
  const { entry, title, document, caseIndex, term, destroyNotBefore, signatures, disposedBy } = archived;
  const until = destroyNotBefore === null ? null : dayText(destroyNotBefore);
  const state =
    disposedBy !== null
      ? [text(`уничтожен: ${disposedBy}`, `destroyed: “${disposedBy}”`)]
      : [
          text(`дело ${caseIndex ?? "–"}; ${term}`, `case ${caseIndex ?? "–"}; kept «${term}»`),
          until !== null && text(`, не ранее ${until.ru}`, `, not before ${until.en}`),
          signatures > 0 && text(`; подписей: ${signatures}`, `; signatures: ${signatures}`),
        ];
  return joined([`${String(entry).padStart(4)}  ${title}\n      ${document}; `, ...state]);
}
