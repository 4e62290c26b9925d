import { anyRecordsOf, type ContentRecord, type Dossier, recordAs } from "../records/index.ts";
import { documentDate } from "./document-date.ts";
import { type DocumentNumber, parseNumber } from "./number.ts";

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
export type TakenNumber = { readonly number: DocumentNumber; readonly date: string; readonly record: ContentRecord };

/** The numbers of the series that are taken, those of the register first. */
export function takenNumbers(dossier: Dossier, series: NumberSeries): readonly TakenNumber[] {
  const year = `${series.year}-`;
  return [...issued(dossier), ...drawnUp(dossier)].flatMap(({ by, of, text, date, record }) => {
    const number = parseNumber(text ?? "");
    if (number === null || number.order === null || date?.startsWith(year) !== true) return [];
    const same = by.includes(series.author) && seriesName(of, number) === seriesName(series.of, series.form);
    return same ? [{ number, date, record }] : [];
  });
}

/** The number after the greatest one of the series: of `01-05/92` and `01-05/93`, `01-05/94`. */
export function nextFree(dossier: Dossier, series: NumberSeries): DocumentNumber {
  const orders = takenNumbers(dossier, series).map(({ number }) => number.order ?? 0);
  return { ...series.form, order: Math.max(0, ...orders) + 1, letter: "" };
}

type Numbered = {
  /** Organisations whose number it may be. */
  readonly by: readonly (string | undefined)[];
  readonly of: NumberSeries["of"];
  readonly text: string | undefined;
  readonly date: string | undefined;
  readonly record: ContentRecord;
};

/** Documents that bear the number of another one have no suffix in their entry. */
function issued(dossier: Dossier): Numbered[] {
  return anyRecordsOf(dossier, "register").flatMap((record) => {
    const data = recordAs(record, "register")?.data;
    if (data?.suffix === undefined) return [];
    const collection = data.order === undefined ? (data.agreement === undefined ? "" : "agreements") : "orders";
    const of = { collection, kind: data.document?.split(".")[0] ?? null };
    return [{ by: [data.author], of, text: data.number, date: data.date, record }];
  });
}

function drawnUp(dossier: Dossier): Numbered[] {
  return ["orders", "agreements", "plans", "reports", "documents"].flatMap((collection) =>
    anyRecordsOf(dossier, collection).map((record) => {
      const { number, issuer } = record.data;
      const { first, second } = recordAs(record, "agreements")?.data.parties ?? {};
      return {
        // An agreement is numbered by one of its parties.
        by:
          (first ?? second)
            ? [first?.organisation, second?.organisation]
            : [typeof issuer === "string" ? issuer : "centre"],
        of: record,
        text: typeof number === "string" ? number : undefined,
        date: documentDate(dossier, record)?.date,
        record,
      };
    }),
  );
}

function seriesName({ collection, kind }: NumberSeries["of"], { prefix, suffix }: NumberSeries["form"]): string {
  if (prefix !== "" || suffix !== "") return `${prefix}№${suffix.toUpperCase()}`;
  return collection === "orders" || collection === "agreements" ? collection : String(kind);
}
