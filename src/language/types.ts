/** The six cases, by their English names, as records and templates write them. */
export const CASES = ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"] as const;
export type GrammaticalCase = (typeof CASES)[number];
export type Oblique = Exclude<GrammaticalCase, "nominative">;

export type Gender = "masculine" | "feminine" | "neuter";
/** Gender of a person. */
export type Sex = Exclude<Gender, "neuter">;
export type GrammaticalNumber = "singular" | "plural";

/** Forms given by hand in a record; they always win. */
export type CaseForms = { readonly [name in GrammaticalCase]?: string };

/** A form and how sure we are of it. `reason` is Russian, for the clerk; empty when there is nothing to say. */
export type Declined = { readonly text: string; readonly confidence: "high" | "low"; readonly reason: string };

export type PersonName = {
  readonly surname: string;
  readonly given: string;
  readonly patronymic?: string | null;
  readonly gender?: Sex | null;
  /** «фамилия не склоняется». */
  readonly indeclinableSurname?: boolean | null;
};

export function sure(text: string): Declined {
  return { text, confidence: "high", reason: "" };
}

/** A form to be confirmed by a person. @param reason Russian; says what exactly is uncertain */
export function doubtful(text: string, reason: string): Declined {
  return { text, confidence: "low", reason };
}

/** Parts of a phrase as one form: doubtful when any part is. */
export function joined(parts: readonly Declined[], separator = ""): Declined {
  const text = parts.map((part) => part.text).join(separator);
  const reasons = [...new Set(parts.map(({ reason }) => reason).filter((reason) => reason !== ""))];
  return reasons.length === 0 ? sure(text) : doubtful(text, reasons.join("; "));
}
