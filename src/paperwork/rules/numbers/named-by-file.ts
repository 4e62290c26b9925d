import { documentDate, parseNumber } from "../../facts/index.ts";
import type { ContentRecord, Dossier } from "../../records/index.ts";

/** What the name of a file says of its document: `112-od-2025`, `1-2025-trc`, `letter-15-2026`. */
type NameSays = { readonly pointer: string; readonly what: "number" | "year"; readonly said: string };

const LEADING =
  /^(?<number>\d{1,6})[a-z]?(?:-[a-z]{1,3}){1,3}-(?<year>20\d\d)$|^(?<first>\d{1,6})-(?<of>20\d\d)-[a-z]+$/;
const AFTER_KIND =
  /^(?<word>[a-z]+)(?:-[a-z]+)*-(?:(?<number>\d{1,6})-(?<year>20\d\d)|(?<of>20\d\d)-(?<last>\d{1,6}))$/;

/** Where the document of a record contradicts the name of its file; null where they agree, or the name says nothing of it. */
export function againstFileName(dossier: Dossier, record: ContentRecord): NameSays | null {
  const { number } = record.data;
  const order = typeof number === "string" ? parseNumber(number)?.order : undefined;
  const dated = documentDate(dossier, record);
  if (order === undefined || order === null || dated === null || dated === undefined) return null;
  const { word, first, last, of, ...groups } = (LEADING.exec(record.id) ?? AFTER_KIND.exec(record.id))?.groups ?? {};
  const [named, year] = [groups.number ?? first ?? last, groups.year ?? of];
  // «olympiad-9-2026» may be an order on the ninth forms: only a name that begins with the kind tells its number.
  if (named === undefined || year === undefined || (word !== undefined && !record.kind?.split("-").includes(word)))
    return null;
  // «letter-2025-12» may be the letter of December.
  if (last !== undefined && Number(last) === Number(dated.date.slice(5, 7))) return null;
  if (Number(named) !== order) return { pointer: "/number", what: "number", said: String(Number(named)) };
  if (year !== dated.date.slice(0, 4)) return { pointer: dated.pointer, what: "year", said: year };
  return null;
}
