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
  const filed = caseOf(dossier, record, date);
  const { article, term, years, epk, note } = filed ?? termOf(retention, words);
  const { starts = "next-year", ends } = retention ?? {};
  const own = starts === "after-term-end" ? valueAt(record.data, ends ?? "") : date;
  const moved = starts === "after-term-end" && record.collection === "agreements" && lastDayOf(dossier, record, today);
  const end = [own, moved]
    .filter((day) => typeof day === "string")
    .sort()
    .at(-1);
  const from = typeof end === "string" ? Number(end.slice(0, 4)) : Number.NaN;
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

/** The term of the case that a document lies in, as the nomenclature of its year has it: «Постоянно», «5 лет ЭПК», «ДМН». */
function caseOf(dossier: Dossier, record: ContentRecord, date: string): Kept | undefined {
  const index = valueAt(record.data, "caseIndex");
  if (typeof index !== "string") return undefined;
  const nomenclature = nomenclatureOf(dossier, Number(date.slice(0, 4)), index);
  const filed = nomenclature && casesOf(nomenclature).find((one) => one.index === index);
  const { article, term, note = null } = filed ?? {};
  if (term === undefined || article === undefined) return undefined;
  const years = /^\d+(?= (год|лет))/.exec(term)?.[0];
  return {
    article,
    term: /^[А-ЯЁ][а-яё]/.test(term) ? term.slice(0, 1).toLowerCase() + term.slice(1) : term,
    epk: /ЭПК/.test(term),
    years: years === undefined ? null : Number(years),
    note,
  };
}

function termOf(retention: Kind["retention"], words: ArchiveWordingFile): Kept {
  if (retention === null) return { article: "–", term: words.withoutTerm, epk: false, years: null, note: null };
  const { article, term, years = 0, epk = false, note = null } = retention;
  const name = term === "years" ? `${years} ${countForm(years, ...words.years)}` : words.terms[term];
  return {
    article,
    term: epk ? `${name} ${words.expertReview}` : name,
    epk,
    years: term === "years" ? years : null,
    note,
  };
}
