import { isUtf8 } from "node:buffer";
import { type Diagnostic, type Outcome, raise, startOf, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, readGiven, readingReason } from "../../base/storage/index.ts";
import { editedLines, NoWordFile } from "../../typesetting/word/index.ts";
import { FINDINGS } from "./findings.ts";

/** The bytes of an edited copy, or why they cannot be read: code TRC9507. */
export async function readEdited(path: string): Promise<Buffer | Diagnostic> {
  const isWord = /\.docx$/i.test(path);
  try {
    const bytes = await readGiven(path, isWord ? MOST_OF_WORD : MOST_OF_TEXT);
    if (isWord || isUtf8(bytes)) return bytes;
    return raise(FINDINGS.TRC9507, {
      message: text(
        `Файл «${path}» записан не в UTF-8: сохраните его заново в этой кодировке`,
        `The file “${path}” is not in UTF-8: save it anew in this encoding`,
      ),
    });
  } catch (error) {
    if (!isSystemFault(error)) throw error;
    const why = readingReason(error);
    return raise(FINDINGS.TRC9507, {
      message: text(`Файл «${path}» не прочитать: ${why.ru}`, `The file “${path}” cannot be read: ${why.en}`),
    });
  }
}

/** More than the text of any regulation, and than a copy of it in Word takes with its pictures. */
const MOST_OF_TEXT = 2 * 1024 * 1024;
const MOST_OF_WORD = 32 * 1024 * 1024;

/** Lines of a copy that is plain text. */
export function linesOfText(bytes: Buffer): string[] {
  return bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/);
}

/** Lines of a copy that was edited in a word processor, and what was done with its tracked changes and comments: code TRC9507. */
export async function linesOfWord(
  path: string,
  copy: Buffer,
  { lines, ours }: { readonly lines: readonly string[]; readonly ours: () => Promise<Uint8Array> },
): Promise<Outcome<readonly string[]>> {
  const place = startOf(path);
  try {
    const { lines: value, tracked, comments } = editedLines(await ours(), copy, lines);
    const [taken, unread] = [
      text(
        `Отслеженная правка взята как принятая, абзацев с ней – ${tracked}`,
        `Tracked changes were taken as accepted, paragraphs with them: ${tracked}`,
      ),
      text(`Примечания не учтены: ${comments}`, `Comments were left out: ${comments}`),
    ];
    const said = [...(tracked > 0 ? [taken] : []), ...(comments > 0 ? [unread] : [])];
    return { value, diagnostics: said.map((message) => raise(FINDINGS.TRC9507, { severity: "info", message, place })) };
  } catch (error) {
    if (!(error instanceof NoWordFile)) throw error;
    const { ru, en } = error.said;
    const message = text(`Файл «${path}» не прочитать: ${ru}`, `The file “${path}” cannot be read: ${en}`);
    return { diagnostics: [raise(FINDINGS.TRC9507, { message, place })] };
  }
}

/** Lines that were edited where an amendment cannot reach: code TRC9507. */
export function leftOut(path: string, lines: readonly string[]): Diagnostic[] {
  return lines.map((line) =>
    raise(FINDINGS.TRC9507, {
      severity: "warning",
      message: text(
        `Эта правка не вошла: строка не в пункте и не в таблице с номерами строк: «${line}»`,
        `This was left out: the line is of no clause and of no table with numbered rows: “${line}”`,
      ),
      place: startOf(path),
    }),
  );
}
