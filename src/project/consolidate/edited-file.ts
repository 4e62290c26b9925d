import { type Diagnostic, raise, startOf, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, readGiven, readingReason } from "../../base/storage/index.ts";
import { FINDINGS } from "./findings.ts";

/** The bytes of an edited copy, or why they cannot be read: code TRC9507. */
export async function readEdited(path: string): Promise<Buffer | Diagnostic> {
  try {
    return await readGiven(path);
  } catch (error) {
    if (!isSystemFault(error)) throw error;
    const why = readingReason(error);
    return raise(FINDINGS.TRC9507, {
      message: text(`Файл «${path}» не прочитать: ${why.ru}`, `The file “${path}” cannot be read: ${why.en}`),
    });
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
