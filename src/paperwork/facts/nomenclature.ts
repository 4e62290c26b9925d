import { type Dossier, type RecordOf, recordsOf } from "../records/index.ts";

/** A case of a nomenclature as far as it is filled in, with the pointer to it. */
export type Case = {
  readonly pointer: string;
  readonly index?: string;
  readonly title?: string;
  /** «Постоянно», «5 лет ЭПК» */
  readonly term?: string;
  /** Of the list of terms (Перечень № 236): «182 а». */
  readonly article?: string;
  readonly note?: string;
};

/**
 * The nomenclature that a year goes by: its own, else the newest before it, else the oldest after it (a centre that began to keep one later).
 *
 * @param index only nomenclatures that have this case count
 */
export function nomenclatureOf(dossier: Dossier, year: number, index?: string): RecordOf<"documents"> | undefined {
  const all = recordsOf(dossier, "documents")
    .filter(({ data }) => data.sections !== undefined && data.year !== undefined)
    .filter((record) => index === undefined || casesOf(record).some((one) => one.index === index))
    .sort((a, b) => (b.data.year ?? 0) - (a.data.year ?? 0));
  return all.find(({ data }) => (data.year ?? 0) <= year) ?? all.at(-1);
}

/** The cases of a nomenclature, of all its sections. */
export function casesOf(nomenclature: RecordOf<"documents">): Case[] {
  return (nomenclature.data.sections ?? []).flatMap(({ cases = [] }, section) =>
    cases.map((one, place) => ({ ...one, pointer: `/sections/${section}/cases/${place}` })),
  );
}

/** Title of the case in the nomenclature that the year goes by; undefined when none has it. */
export function caseTitle(dossier: Dossier, index: string, year: number): string | undefined {
  const nomenclature = nomenclatureOf(dossier, year, index);
  return nomenclature && casesOf(nomenclature).find((one) => one.index === index)?.title;
}
