import {
  allRecords,
  anyRecordsOf,
  type ContentRecord,
  type Dossier,
  type RecordOf,
  recordAs,
  recordsOf,
} from "../records/index.ts";
import { documentAuthor, documentDate } from "./document-date.ts";
import { type DocumentNumber, isUnassigned, parseNumber } from "./number.ts";

/**
 * What distinguishes one series of numbers from another: the author, the calendar year and the index before and after the ordinal, whatever the documents
 * are. Numbers without an index («1», «2») are one series in orders, one in agreements, and one in each kind of everything else.
 * @see ГОСТ Р 7.0.97, реквизит 11
 */
export type NumberSeries = {
  /** Id of the organisation. */
  readonly author: string;
  readonly year: number;
  readonly form: Pick<DocumentNumber, "prefix" | "suffix">;
  /** Folder and kind of a document of the series. */
  readonly of: Pick<ContentRecord, "collection" | "kind">;
};

/** A number that is not free, and what has it: a record, be it a draft, or an entry of the register, whose record may be gone. */
export type TakenNumber = {
  readonly number: DocumentNumber;
  readonly date: string;
  readonly record: ContentRecord;
  /** The series it stands in, with its key. */
  readonly series: NumberSeries & { readonly key: string };
};

/** The numbers of the series that are taken, those of the register first. */
export function takenNumbers(dossier: Dossier, series: NumberSeries): readonly TakenNumber[] {
  const key = seriesKey(series);
  return [...issuedNumbers(dossier), ...documentNumbers(dossier)].filter((one) => one.series.key === key);
}

/** Two series are the same when their keys are; case of letters in an index does not matter. */
export function seriesKey({ author, year, form, of }: NumberSeries): string {
  return JSON.stringify([author, year, seriesName(of, form)]);
}

/** What two numbers of a series have in common when they are one: `012-ОД` and `12-од` are. */
export function numberKey({ order, letter }: DocumentNumber): string {
  return `${order}${letter.toLowerCase()}`;
}

/** Numbers from one to another that documents outside the records have: those of a journal that the centre shares with its school. */
export type OutsideNumbers = {
  readonly from: number;
  readonly to: number;
  /** The register that names them, and the pointer to where. */
  readonly record: RecordOf<"documents">;
  readonly pointer: string;
};

/** The numbers of the series that the registers of the records name as taken by documents outside the records. */
export function outsideNumbers(dossier: Dossier, series: NumberSeries): readonly OutsideNumbers[] {
  const key = seriesKey(series);
  return recordsOf(dossier, "documents").flatMap((record) => {
    const { taken = [], issuer: author = "centre", year = 0, prefix = "", suffix = "" } = record.data;
    const own = { author, year, form: { prefix, suffix }, of: { collection: "orders", kind: null } };
    if (taken.length === 0 || seriesKey(own) !== key) return [];
    return taken.map(({ from = 0, to = from }, index) => ({ from, to, record, pointer: `/taken/${index}` }));
  });
}

/** The number after the greatest one of the series, in the records or outside: of `01-05/92` and `01-05/93`, `01-05/94`. */
export function nextFree(dossier: Dossier, series: NumberSeries): DocumentNumber {
  const own = takenNumbers(dossier, series).map(({ number }) => number.order ?? 0);
  const others = outsideNumbers(dossier, series).map(({ to }) => to);
  return { ...series.form, order: Math.max(0, ...own, ...others) + 1, letter: "" };
}

/** Numbers of a series of orders before its greatest that no document, no entry and no range of others has. */
export function missingNumbers(dossier: Dossier, named: Pick<NumberSeries, "author" | "year" | "form">): number[] {
  const series = { ...named, of: { collection: "orders", kind: null } };
  const key = seriesKey(series);
  const taken = new Set(
    [...issuedNumbers(dossier), ...documentNumbers(dossier)].flatMap((one) =>
      one.series.key === key && parseNumber(String(one.record.data.number ?? "")) !== null
        ? (one.number.order ?? [])
        : [],
    ),
  );
  const outside = outsideNumbers(dossier, series);
  const last = Math.max(0, ...taken);
  // A number of several thousand is a slip that other rules tell of, not a gap.
  if (last > 5000) return [];
  return Array.from({ length: last }, (_, index) => index + 1).filter(
    (number) => !taken.has(number) && !outside.some(({ from, to }) => from <= number && number <= to),
  );
}

/** Numbers in the register. Documents that bear the number of another one have no suffix in their entry. */
export function issuedNumbers(dossier: Dossier): readonly TakenNumber[] {
  return anyRecordsOf(dossier, "register").flatMap((record) => {
    const data = recordAs(record, "register")?.data;
    const { author = "centre", number: text, date } = data ?? {};
    if (data?.suffix === undefined || text === undefined || date === undefined) return [];
    const collection = data.order === undefined ? (data.agreement === undefined ? "" : "agreements") : "orders";
    const of = { collection, kind: data.document?.split(".")[0] ?? null };
    return numbered({ author, of, text, date, record });
  });
}

/** Folders whose documents bear numbers, whatever their kind says. */
const NUMBERED = new Set(["orders", "agreements", "plans", "reports", "documents"]);

/** Numbers that stand in the records of documents themselves: of the folders of documents, and of any kind that has its number there. */
export function documentNumbers(dossier: Dossier): readonly TakenNumber[] {
  return allRecords(dossier)
    .filter(({ collection, kind }) => NUMBERED.has(collection) || dossier.kinds?.get(kind ?? "")?.number === "number")
    .flatMap((record) => {
      const { number: text } = record.data;
      const date = documentDate(dossier, record)?.date;
      return typeof text === "string" && date !== undefined
        ? numbered({ author: documentAuthor(dossier, record), of: record, text, date, record })
        : [];
    });
}

type Numbered = Pick<NumberSeries, "author" | "of"> & Pick<TakenNumber, "date" | "record"> & { readonly text: string };

/** Nothing for what has no number yet («__-ОД»); a text without an ordinal is all index. */
function numbered({ author, of, text, date, record }: Numbered): TakenNumber[] {
  if (isUnassigned(text)) return [];
  const number = parseNumber(text) ?? { prefix: "", order: null, letter: "", suffix: text };
  const form = { prefix: number.prefix, suffix: number.suffix };
  const series = { author, year: Number(date.slice(0, 4)), form, of };
  return [{ number, date, record, series: { ...series, key: seriesKey(series) } }];
}

function seriesName({ collection, kind }: NumberSeries["of"], form: NumberSeries["form"]): string {
  if (form.prefix !== "" || form.suffix !== "") return indexKey(form);
  return collection === "orders" || collection === "agreements" ? collection : String(kind);
}

/** The index before and after the ordinal: «-ОД» and «-од» have one key, «01-05/…-ОД» another. */
export function indexKey({ prefix, suffix }: NumberSeries["form"]): string {
  return `${prefix}№${suffix.toUpperCase()}`;
}
