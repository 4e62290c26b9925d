import { type Diagnostic, type Outcome, type Place, positionsOf, text, worded } from "../diagnostics/index.ts";
import { MAX_FILE_BYTES, type SourceFile } from "./source-file.ts";

/**
 * Bytes → text: UTF-8 only, without the byte order mark. TRC1001 too large, TRC1002 empty, TRC1003 not UTF-8
 * (with the line), TRC1004 a control character.
 */
export function decodeText(file: SourceFile): Outcome<string> {
  if (file.bytes.length > (file.limit ?? MAX_FILE_BYTES)) return { diagnostics: [tooLarge(file)] };
  let decoded: string;
  try {
    decoded = new TextDecoder("utf-8", { fatal: true }).decode(file.bytes);
  } catch {
    return { diagnostics: [wrongEncoding(file)] };
  }
  if (decoded.trim() === "") return { diagnostics: [empty(file)] };
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.exec(decoded);
  if (control) return { diagnostics: [controlAt(file, decoded, control.index)] };
  return { value: decoded, diagnostics: [] };
}

const START = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

function tooLarge({ path, bytes, limit = MAX_FILE_BYTES }: SourceFile): Diagnostic {
  return {
    code: "TRC1001",
    severity: "error",
    ...worded({
      message: text(
        `Файл слишком велик: больше ${Math.floor(limit / 1024)} КБ`,
        `The file is too large: more than ${Math.floor(limit / 1024)} KB`,
      ),
      why: text(
        "Одна запись – один небольшой файл; большой файл, скорее всего, попал в папку по ошибке",
        "One record is one small file; a large one is probably in the folder by mistake",
      ),
      hints: [
        text(
          "Проверьте, тот ли это файл, и уберите его из папки записей",
          "Check that it is the right file, and move it out of the folder of records",
        ),
      ],
    }),
    place: { file: path, ...START },
    actual: `${bytes.length}`,
  };
}

function empty({ path }: SourceFile): Diagnostic {
  return {
    code: "TRC1002",
    severity: "error",
    ...worded({
      message: text("Файл пуст", "The file is empty"),
      hints: [text("Заполните запись или удалите файл", "Fill in the record or delete the file")],
    }),
    place: { file: path, ...START },
  };
}

function wrongEncoding({ path, bytes }: SourceFile): Diagnostic {
  const offset = firstInvalidByte(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, offset), { stream: true });
  const start = positionsOf(before)(before.length);
  return {
    code: "TRC1003",
    severity: "error",
    ...worded({
      message: text("Файл записан не в UTF-8", "The file is not in UTF-8"),
      why: text(
        "Русские буквы в другой кодировке превратятся в бессмыслицу",
        "Russian letters in another encoding would turn into gibberish",
      ),
      hints: [
        text(
          "Сохраните файл заново в кодировке UTF-8 (в редакторе: «Сохранить с кодировкой»)",
          "Save the file again in UTF-8 (in the editor: “Save with Encoding”)",
        ),
      ],
    }),
    place: { file: path, start, end: { line: start.line, column: start.column + 1 } },
  };
}

function controlAt({ path }: SourceFile, decoded: string, index: number): Diagnostic {
  const start = positionsOf(decoded)(index);
  return controlCharacter(decoded.charCodeAt(index), {
    file: path,
    start,
    end: { line: start.line, column: start.column + 1 },
  });
}

/** A character that no document can hold, written as it is or by an escape of YAML. Code TRC1004. */
export function controlCharacter(unit: number, place: Place): Diagnostic {
  const code = unit.toString(16).toUpperCase().padStart(4, "0");
  return {
    code: "TRC1004",
    severity: "error",
    ...worded({
      message: text(`Недопустимый управляющий символ U+${code}`, `Control character U+${code} is not allowed`),
      why: text("Его нельзя напечатать и нельзя записать в DOCX", "It can neither be printed nor be stored in DOCX"),
      hints: [
        text(
          "Удалите его: он невидим и стоит в отмеченном месте",
          "Remove it: it is invisible and stands at the marked place",
        ),
      ],
    }),
    place,
  };
}

/** Offset of the first byte that is not part of well-formed UTF-8, found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  const valid = (length: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valid(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
