import { documentDate, parseNumber } from "../../facts/index.ts";
import { anyRecordsOf, type ContentRecord, type Dossier, recordsOf } from "../../records/index.ts";

/** What the name of a file says of its document: `112-od-2025`, `1-2025-trc`, `letter-15-2026`. */
type NameSays = {
  readonly pointer: string;
  readonly what: "number" | "year";
  readonly said: string;
  /** The number of the record. */
  readonly own: string;
};

const LEADING =
  /^(?<number>\d{1,6})[a-z]?(?:-[a-z]{1,3}){1,3}-(?<year>20\d\d)$|^(?<first>\d{1,6})-(?<of>20\d\d)-[a-z]+$/;
const AFTER_KIND =
  /^(?<word>[a-z]+)(?:-[a-z]+)*-(?:(?<number>\d{1,6})-(?<year>20\d\d)|(?<of>20\d\d)-(?<last>\d{1,6}))$/;

/** Where the document of a record contradicts the name of its file; null where they agree, or the name says nothing of it. */
export function againstFileName(dossier: Dossier, record: ContentRecord): NameSays | null {
  const { number } = record.data;
  if (number === undefined) return againstItsOrder(dossier, record);
  const order = typeof number === "string" ? parseNumber(number)?.order : undefined;
  const dated = documentDate(dossier, record);
  // There is no number 0: that is told by a rule of its own.
  if (order === undefined || order === null || order === 0 || dated === null || dated === undefined) return null;
  const { word, first, last, of, ...groups } = (LEADING.exec(record.id) ?? AFTER_KIND.exec(record.id))?.groups ?? {};
  const [named, year] = [groups.number ?? first ?? last, groups.year ?? of];
  // «olympiad-9-2026» may be an order on the ninth forms: only a name that begins with the kind tells its number.
  if (named === undefined || year === undefined || (word !== undefined && !record.kind?.split("-").includes(word)))
    return null;
  // «letter-2025-12» may be the letter of December.
  if (last !== undefined && Number(last) === Number(dated.date.slice(5, 7))) return null;
  if (Number(named) !== order && !wasAnnulled(dossier, record, Number(named)))
    return { pointer: "/number", what: "number", said: String(Number(named)), own: String(number) };
  if (year !== dated.date.slice(0, 4)) return { pointer: dated.pointer, what: "year", said: year, own: String(number) };
  return null;
}

/** A document that was registered by mistake has another number when it is issued anew; its file keeps the name. */
function wasAnnulled(dossier: Dossier, { id, kind }: ContentRecord, named: number): boolean {
  return anyRecordsOf(dossier, "register").some(
    ({ data: { document, annulledBy, number } }) =>
      annulledBy !== undefined && document === `${kind}.${id}` && parseNumber(String(number))?.order === named,
  );
}

/** `certified-88-2026`, `distribution-145`: a paper that goes with an order is named by its number. */
function againstItsOrder(dossier: Dossier, { id, data }: ContentRecord): NameSays | null {
  const [, named] = /-(\d{1,6})(?:-20\d\d)?$/.exec(id) ?? [];
  const { source, order } = data as { readonly source?: { readonly order?: unknown }; readonly order?: unknown };
  const orders = recordsOf(dossier, "orders").map((one) => ({
    ...one,
    order: parseNumber(one.data.number ?? "")?.order,
  }));
  const target = orders.find((one) => one.id === (source?.order ?? order));
  if (named === undefined || target === undefined || Number(named) === target.order) return null;
  if (!orders.some((one) => one.order === Number(named))) return null;
  const pointer = source?.order === undefined ? "/order" : "/source/order";
  return { pointer, what: "number", said: String(Number(named)), own: target.data.number ?? "" };
}
