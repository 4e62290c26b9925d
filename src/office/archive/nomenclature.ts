import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";

/**
 * The nomenclature that has a case: that of the year, else the newest before it, else the oldest after it (a centre that began to keep one later).
 */
export function nomenclatureWith(dossier: Dossier, index: string, year: number): ContentRecord | undefined {
  const yearOf = ({ data }: ContentRecord): number => Number(data["year"]);
  const having = [...(dossier.collections.get("documents")?.values() ?? [])]
    .filter((record) => titleIn(record, index) !== null)
    .sort((a, b) => yearOf(b) - yearOf(a));
  return having.find((record) => yearOf(record) <= year) ?? having.at(-1);
}

/** Title of a case in the nomenclature of a year; null when no nomenclature has it. */
export function caseTitle(dossier: Dossier, index: string | undefined, year: number): string | null {
  if (index === undefined) return null;
  const record = nomenclatureWith(dossier, index, year);
  return record === undefined ? null : titleIn(record, index);
}

function titleIn({ data }: ContentRecord, index: string): string | null {
  const sections = Array.isArray(data["sections"]) ? (data["sections"] as readonly Section[]) : [];
  return sections.flatMap(({ cases }) => cases ?? []).find((one) => one.index === index)?.title ?? null;
}

type Section = { readonly cases?: readonly { readonly index?: string; readonly title?: string }[] };
