import { countForm } from "../../language/index.ts";
import { casesOf, lastDayOf, nomenclatureOf, valueAt } from "../../paperwork/facts/index.ts";
import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";
import type { ArchiveWordingFile } from "../../paperwork/schemas/index.ts";
import type { Kind } from "../../typesetting/kinds/index.ts";

/** How long a document is kept, in words and as the first day when it may be destroyed. */
export type RetentionTerm = {
  readonly article: string;
  /** «постоянно», «5 лет ЭПК» */
  readonly term: string;
  readonly epk: boolean;
  /** ISO day; null when the document is never destroyed by the calendar. */
  readonly destroyNotBefore: string | null;
  readonly note: string | null;
};

/** The records, the day of the document and the day of reckoning (ISO), the words of terms. */
type RetentionContext = {
  readonly dossier: Dossier;
  readonly date: string;
  readonly today: string;
  readonly words: ArchiveWordingFile;
};

/**
 * The term of a document: that of its case in the nomenclature, so that both say the same; of the kind, where it lies in none. Years are counted from 1 January of the year after the document's, or after the end of what it regulates
 * (an agreement, as additional agreements of no later than `today` have prolonged it): 2025 and five years → not before 1 January 2031.
 * @see Перечень, утв. приказом Росархива от 20.12.2019 № 236, и инструкция № 237
 */
export function retentionOf(
  { retention }: Kind,
  record: ContentRecord,
  { dossier, date, today, words }: RetentionContext,
): RetentionTerm {
  const filed = caseOf(record, { dossier, date, today, words });
  const { article, term, years, epk, note } = filed ?? termOf(retention, words);
  const { starts = "next-year", ends } = retention ?? {};
  const own = starts === "after-term-end" ? valueAt(record.data, ends ?? "") : date;
  const moved = starts === "after-term-end" && record.collection === "agreements" && lastDayOf(dossier, record, today);
  const end = [own, moved]
    .filter((day) => typeof day === "string")
    .sort()
    .at(-1);
  // An agreement that is prolonged by itself has no last day in its records: its years are not counted from the first term.
  const goesOn = starts === "after-term-end" && valueAt(record.data, "term.prolongation") === "auto";
  const from = typeof end === "string" && !goesOn ? Number(end.slice(0, 4)) : Number.NaN;
  return {
    article,
    term,
    epk,
    destroyNotBefore: years !== null && !Number.isNaN(from) ? `${from + 1 + years}-01-01` : null,
    note,
  };
}

type Kept = Pick<RetentionTerm, "article" | "term" | "epk" | "note"> & {
  /** Null: not a number of years. */
  readonly years: number | null;
};

/** What a nomenclature calls terms that are no number of years, as it must write them. */
const TERMS: readonly (readonly [keyof ArchiveWordingFile["terms"], RegExp])[] = [
  ["permanent", /^постоянно/i],
  ["until-liquidation", /^до ликвидации/i],
  ["until-replaced", /^до замены/i],
  ["until-needed", /^(ДМН|до минования)/i],
];

/** The term of the case that a document lies in, as the nomenclature of its year has it: «Постоянно», «5 лет ЭПК», «ДМН». */
function caseOf(record: ContentRecord, { dossier, date, words }: RetentionContext): Kept | undefined {
  const index = valueAt(record.data, "caseIndex");
  if (typeof index !== "string") return undefined;
  const nomenclature = nomenclatureOf(dossier, Number(date.slice(0, 4)), index);
  const filed = nomenclature && casesOf(nomenclature).find((one) => one.index === index);
  const { article, term = "", note = null } = filed ?? {};
  const named = TERMS.find(([, look]) => look.test(term))?.[0];
  const years = /^\d+(?= (год|лет))/.exec(term)?.[0];
  if (article === undefined || (named === undefined && years === undefined)) return undefined;
  const epk = /ЭПК/.test(term);
  return { article, epk, note, ...worded({ term: named ?? "years", years: Number(years ?? 0), epk }, words) };
}

function termOf(retention: Kind["retention"], words: ArchiveWordingFile): Kept {
  if (retention === null) return { article: "–", term: words.withoutTerm, epk: false, years: null, note: null };
  const { article, term, years = 0, epk = false, note = null } = retention;
  return { article, epk, note, ...worded({ term, years, epk }, words) };
}

type Term = Pick<NonNullable<Kind["retention"]>, "term"> & { readonly years: number; readonly epk: boolean };

function worded({ term, years, epk }: Term, words: ArchiveWordingFile): Pick<Kept, "term" | "years"> {
  const name = term === "years" ? `${years} ${countForm(years, ...words.years)}` : words.terms[term];
  return { term: epk ? `${name} ${words.expertReview}` : name, years: term === "years" ? years : null };
}
