import { type Diagnostic, type Outcome, type Place, positionsOf, raise, startOf, text } from "../diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
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

function tooLarge({ path, bytes, limit = MAX_FILE_BYTES }: SourceFile): Diagnostic {
  return raise(FINDINGS.TRC1001, {
    message: text(
      `Файл слишком велик: больше ${Math.floor(limit / 1024)} КБ`,
      `The file is too large: more than ${Math.floor(limit / 1024)} KB`,
    ),
    place: startOf(path),
    actual: `${bytes.length}`,
  });
}

function empty({ path }: SourceFile): Diagnostic {
  return raise(FINDINGS.TRC1002, { message: text("Файл пуст", "The file is empty"), place: startOf(path) });
}

function wrongEncoding({ path, bytes }: SourceFile): Diagnostic {
  const offset = firstInvalidByte(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, offset), { stream: true });
  const start = positionsOf(before)(before.length);
  return raise(FINDINGS.TRC1003, {
    message: text("Файл записан не в UTF-8", "The file is not in UTF-8"),
    place: { file: path, start, end: { line: start.line, column: start.column + 1 } },
  });
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
  return raise(FINDINGS.TRC1004, {
    message: text(`Недопустимый управляющий символ U+${code}`, `Control character U+${code} is not allowed`),
    place,
  });
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
