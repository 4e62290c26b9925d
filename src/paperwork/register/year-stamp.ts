import { sha256 } from "../../base/text/index.ts";

/** The comment by which a record says that it was begun with a school year: the year, and the digest of the rest of the text. */
const STAMP = /^# trc year (\d{4}\/\d{4}) ([0-9a-f]{16})\n/m;

/** A record with the stamp of its school year («2027/2028») after its first line, that of the editor. */
export function stampedWithYear(text: string, year: string): string {
  const line = text.indexOf("\n") + 1;
  return `${text.slice(0, line)}# trc year ${year} ${digestOf(text)}\n${text.slice(line)}`;
}

/** The school year with which a record was begun, and whether nobody has changed a letter since; null for any other text. */
export function yearStampOf(text: string): { readonly year: string; readonly whole: boolean } | null {
  const [line, year, digest] = STAMP.exec(text) ?? [];
  if (line === undefined || year === undefined) return null;
  return { year, whole: digestOf(text.replace(line, "")) === digest };
}

function digestOf(text: string): string {
  return sha256(text).slice(0, 16);
}
