import { isReservedName } from "../../base/text/index.ts";

/** Characters a file name may not hold on Windows, controls, and marks that would hide or turn the name. */
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;
/** 255 bytes is the limit of common file systems; a Cyrillic letter takes two, the extension and a suffix need room. */
const MAX_BYTES = 220;

/**
 * A readable file name (without extension) that Windows and Linux both accept: forbidden characters become spaces,
 * no-break spaces plain ones; no dots or spaces at the ends; never empty.
 *
 * `Приказ № 145/1-ОД` → `Приказ № 145-1-ОД`
 *
 * @param room bytes that it may take
 */
export function safeFileName(name: string, room = MAX_BYTES): string {
  const cleaned = name
    .normalize("NFC")
    .replace(/(?<=[\p{L}\p{N}])[/\\:](?=[\p{L}\p{N}])/gu, "-")
    .replace(FORBIDDEN, " ")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const cut = cutToBytes(cleaned, room).replace(/[. ]+$/g, "");
  if (cut === "") return "Документ";
  return isReservedName(cut) ? `${cut}_` : cut;
}

/** Gives every name its own path even where case is folded: the second of two equal names gets « (2)». */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let number = 2; taken.has(foldName(unique)); number++) unique = `${name} (${number})`;
    taken.add(foldName(unique));
    return unique;
  });
}

/** The form in which two names are the same file on a file system that folds case. */
export function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase().toUpperCase();
}

function cutToBytes(text: string, limit: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let result = "";
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > limit) break;
    result += character;
  }
  return result;
}
