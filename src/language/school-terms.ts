import { adjectiveForm } from "./adjectives.ts";
import { declineNoun } from "./nouns.ts";
import { ordinal } from "./ordinals.ts";
import type { GrammaticalCase } from "./types.ts";

/** First and last day of a school year, ISO. */
export type SchoolYear = { readonly from: string; readonly to: string };

/** `{from: 2025-09-01, to: 2026-08-31}` → «2025/2026». */
export function schoolYearLabel({ from, to }: SchoolYear): string {
  return `${from.slice(0, 4)}/${to.slice(0, 4)}`;
}

/**
 * «2025/2026 учебного года». In the prepositional «году» after «в» and «на» (`locative`), «годе» after «о».
 */
export function schoolYearName(year: SchoolYear, name: GrammaticalCase, locative = false): string {
  const adjective = adjectiveForm("учебный", { case: name, gender: "masculine", number: "singular", animate: false });
  const noun =
    name === "prepositional" && locative ? "году" : declineNoun("год", name, { gender: "masculine", animate: false });
  return `${schoolYearLabel(year)} ${adjective} ${noun}`;
}

/** «первое полугодие 2025/2026 учебного года» in any case; `half` is 1 or 2. */
export function halfYearName(half: 1 | 2, year: SchoolYear, name: GrammaticalCase): string {
  const word = ordinal(half, { case: name, gender: "neuter" });
  const noun = declineNoun("полугодие", name, { gender: "neuter", animate: false });
  return `${word} ${noun} ${schoolYearName(year, "genitive")}`;
}
