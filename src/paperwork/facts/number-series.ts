import { anyRecordsOf, type ContentRecord, type Dossier, recordAs } from "../records/index.ts";
import { documentDate } from "./document-date.ts";
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
  /** The series it stands in, one for each organisation whose number it may be, with their keys. */
  readonly series: readonly (NumberSeries & { readonly key: string })[];
};

/** The numbers of the series that are taken, those of the register first. */
export function takenNumbers(dossier: Dossier, series: NumberSeries): readonly TakenNumber[] {
  const key = seriesKey(series);
  return [...issuedNumbers(dossier), ...documentNumbers(dossier)].filter((one) =>
    one.series.some((own) => own.key === key),
  );
}

/** Two series are the same when their keys are; case of letters in an index does not matter. */
export function seriesKey({ author, year, form, of }: NumberSeries): string {
  return JSON.stringify([author, year, seriesName(of, form)]);
}

/** Whether two numbers of a series are one: `012-ОД` and `12-од` are. */
export function sameNumber(one: DocumentNumber, other: DocumentNumber): boolean {
  return one.order === other.order && one.letter.toLowerCase() === other.letter.toLowerCase();
}

/** The number after the greatest one of the series: of `01-05/92` and `01-05/93`, `01-05/94`. */
export function nextFree(dossier: Dossier, series: NumberSeries): DocumentNumber {
  const orders = takenNumbers(dossier, series).map(({ number }) => number.order ?? 0);
  return { ...series.form, order: Math.max(0, ...orders) + 1, letter: "" };
}

/** Numbers in the register. Documents that bear the number of another one have no suffix in their entry. */
export function issuedNumbers(dossier: Dossier): readonly TakenNumber[] {
  return anyRecordsOf(dossier, "register").flatMap((record) => {
    const data = recordAs(record, "register")?.data;
    if (data?.suffix === undefined) return [];
    const collection = data.order === undefined ? (data.agreement === undefined ? "" : "agreements") : "orders";
    const of = { collection, kind: data.document?.split(".")[0] ?? null };
    return numbered({ by: [data.author], of, text: data.number, date: data.date, record });
  });
}

/** Numbers that stand in the records of documents themselves. */
export function documentNumbers(dossier: Dossier): readonly TakenNumber[] {
  return ["orders", "agreements", "plans", "reports", "documents"].flatMap((collection) =>
    anyRecordsOf(dossier, collection).flatMap((record) => {
      const { number, issuer } = record.data;
      const { first, second } = recordAs(record, "agreements")?.data.parties ?? {};
      return numbered({
        // An agreement is numbered by one of its parties.
        by:
          (first ?? second)
            ? [first?.organisation, second?.organisation]
            : [typeof issuer === "string" ? issuer : "centre"],
        of: record,
        text: typeof number === "string" ? number : undefined,
        date: documentDate(dossier, record)?.date,
        record,
      });
    }),
  );
}

type Numbered = {
  /** Organisations whose number it may be. */
  readonly by: readonly (string | undefined)[];
  readonly of: NumberSeries["of"];
  readonly text: string | undefined;
  readonly date: string | undefined;
  readonly record: ContentRecord;
};

/** Nothing for what has no number yet («__-ОД») or no date; a text without an ordinal is all index. */
function numbered({ by, of, text, date, record }: Numbered): TakenNumber[] {
  if (text === undefined || date === undefined || isUnassigned(text)) return [];
  const number = parseNumber(text) ?? { prefix: "", order: null, letter: "", suffix: text };
  const year = Number(date.slice(0, 4));
  const series = by.flatMap((author) => {
    if (author === undefined) return [];
    const own = { author, year, form: { prefix: number.prefix, suffix: number.suffix }, of };
    return [{ ...own, key: seriesKey(own) }];
  });
  return [{ number, date, record, series }];
}

function seriesName({ collection, kind }: NumberSeries["of"], form: NumberSeries["form"]): string {
  if (form.prefix !== "" || form.suffix !== "") return indexKey(form);
  return collection === "orders" || collection === "agreements" ? collection : String(kind);
}

/** The index before and after the ordinal: «-ОД» and «-од» have one key, «01-05/…-ОД» another. */
export function indexKey({ prefix, suffix }: NumberSeries["form"]): string {
  return `${prefix}№${suffix.toUpperCase()}`;
}
