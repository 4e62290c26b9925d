import { type Diagnostic, type Outcome, type Place, positionsOf, raise, startOf, text } from "../diagnostics/index.ts";
import { codeOf } from "../text/index.ts";
import { FINDINGS } from "./findings.ts";
import { MAX_FILE_BYTES, type SourceFile } from "./source-file.ts";

/** Control characters, those that turn the direction of a text, and halves of surrogate pairs, which an escape in double quotes can bring in. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Writing that runs from right to left, or whose letters join or change places: neither layout nor PDF can set it. */
const SHAPED =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Samaritan}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Javanese}\p{Script=Balinese}]/u;

/** Text of a file as the program sees it: without the byte order mark, letters composed (й is one character). */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).normalize("NFC");
}

/** Text of a file that a finding is in, as far as it is one: nobody reads the bytes of a font or a picture. */
export function shownText(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined || bytes.includes(0) ? undefined : textOf(bytes);
}

/**
 * Bytes → text: UTF-8 only, without the byte order mark, composed (NFC). TRC1001 too large, TRC1002 empty, TRC1003 not UTF-8
 * (with the line), TRC1004 a control character, TRC1015 writing that cannot be set.
 */
export function decodeText(file: SourceFile): Outcome<string> {
  if (file.bytes.length > (file.limit ?? MAX_FILE_BYTES)) return { diagnostics: [tooLarge(file)] };
  if (isOfTwoBytes(file.bytes)) return { diagnostics: [wrongEncoding(file, 0)] };
  let decoded: string;
  try {
    decoded = new TextDecoder("utf-8", { fatal: true }).decode(file.bytes).normalize("NFC");
  } catch {
    return { diagnostics: [wrongEncoding(file, firstInvalidByte(file.bytes))] };
  }
  if (decoded.trim() === "") return { diagnostics: [empty(file)] };
  const control = UNPRINTABLE.exec(decoded);
  if (control) return { diagnostics: [controlCharacter(control[0], placeIn(file, decoded, control.index))] };
  const shaped = SHAPED.exec(decoded);
  if (shaped) return { diagnostics: [shapedLetter(shaped[0], placeIn(file, decoded, shaped.index))] };
  return { value: decoded, diagnostics: [] };
}

/** Of a larger file no more than its beginning is read, so nobody knows here how large it is. */
function tooLarge({ path, limit = MAX_FILE_BYTES }: SourceFile): Diagnostic {
  return raise(FINDINGS.TRC1001, {
    message: text(
      `Файл ${nameOf(path)} слишком велик: можно не больше ${inKb(limit)} КБ`,
      `The file ${nameOf(path)} is too large: at most ${inKb(limit)} KB may be`,
    ),
    place: startOf(path),
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function inKb(bytes: number): number {
  return Math.ceil(bytes / 1024);
}

function empty({ path }: SourceFile): Diagnostic {
  return raise(FINDINGS.TRC1002, { message: text("Файл пуст", "The file is empty"), place: startOf(path) });
}

/** Written in UTF-16 without a mark: every sign below U+0100 has a zero byte, and a text has nothing else that often. */
function isOfTwoBytes(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, 1024);
  return beginning.filter((byte) => byte === 0).length * 8 > beginning.length;
}

function wrongEncoding({ path, bytes }: SourceFile, offset: number): Diagnostic {
  const before = new TextDecoder().decode(bytes.subarray(0, offset), { stream: true });
  const start = positionsOf(before)(before.length);
  return raise(FINDINGS.TRC1003, {
    message: text("Файл записан не в UTF-8", "The file is not in UTF-8"),
    place: { file: path, start, end: { line: start.line, column: start.column + 1 } },
  });
}

function placeIn({ path }: SourceFile, decoded: string, index: number): Place {
  const start = positionsOf(decoded)(index);
  return { file: path, start, end: { line: start.line, column: start.column + 1 } };
}

/** What is wrong with the characters of a value that was written by escapes; null for nothing. Codes TRC1004, TRC1015. */
export function wrongCharacter(value: string, place: Place): Diagnostic | null {
  const control = UNPRINTABLE.exec(value);
  if (control) return controlCharacter(control[0], place);
  const shaped = SHAPED.exec(value);
  return shaped && shapedLetter(shaped[0], place);
}

function shapedLetter(letter: string, place: Place): Diagnostic {
  return raise(FINDINGS.TRC1015, { of: [letter], place });
}

/** A character that no document can hold, written as it is or by an escape of YAML. Code TRC1004. */
function controlCharacter(character: string, place: Place): Diagnostic {
  const code = codeOf(character);
  return raise(FINDINGS.TRC1004, {
    message: text(`Недопустимый управляющий символ ${code}`, `The control character ${code} is not allowed`),
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
