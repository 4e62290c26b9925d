/** The six cases, by their English names, as records and templates write them. */
export const CASES = ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"] as const;
export type GrammaticalCase = (typeof CASES)[number];

export type Gender = "masculine" | "feminine" | "neuter";

/** Forms given by hand in a record; they always win. */
export type CaseForms = { readonly [name in GrammaticalCase]?: string };

/** A form and how sure we are of it. `reason` is Russian, for the clerk; empty when there is nothing to say. */
export type Declined = { readonly text: string; readonly confidence: "high" | "low"; readonly reason: string };

export type PersonName = {
  readonly surname: string;
  readonly given: string;
  readonly patronymic?: string | null;
  readonly gender?: "masculine" | "feminine" | null;
  /** «фамилия не склоняется». */
  readonly indeclinableSurname?: boolean | null;
};
