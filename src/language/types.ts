import type { Text } from "../base/diagnostics/index.ts";

/** The six cases, by their English names, as records and templates write them. */
export const CASES = ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"] as const;
/** One of the six cases. */
export type GrammaticalCase = (typeof CASES)[number];
/** What the cases are called. */
export const CASE_NAMES: { readonly [name in GrammaticalCase]: Text } = {
  nominative: { ru: "именительный", en: "nominative" },
  genitive: { ru: "родительный", en: "genitive" },
  dative: { ru: "дательный", en: "dative" },
  accusative: { ru: "винительный", en: "accusative" },
  instrumental: { ru: "творительный", en: "instrumental" },
  prepositional: { ru: "предложный", en: "prepositional" },
};
/** A case other than the nominative. */
export type Oblique = Exclude<GrammaticalCase, "nominative">;

/** The cases that a form is asked for in: every one but the nominative. */
export const OBLIQUE = [
  "genitive",
  "dative",
  "accusative",
  "instrumental",
  "prepositional",
] as const satisfies readonly Oblique[];

/** Grammatical gender; of a person, as the documents have it. */
export type Gender = "masculine" | "feminine" | "neuter";
/** Gender of a person. */
export type Sex = Exclude<Gender, "neuter">;
/** Singular or plural. */
export type GrammaticalNumber = "singular" | "plural";

/** Forms given by hand in a record; they always win. */
export type CaseForms = { readonly [name in GrammaticalCase]?: string };

/** A form and how sure we are of it; `reason` says what is uncertain, null when nothing is. */
export type Declined = { readonly text: string; readonly confidence: "high" | "low"; readonly reason: Text | null };

/** A person's name in parts; the patronymic may be absent. */
export type PersonName = {
  readonly surname: string;
  readonly given: string;
  readonly patronymic?: string | null;
  readonly gender?: Sex | null;
  /** «фамилия не склоняется». */
  readonly indeclinableSurname?: boolean | null;
};

/** A form that is certain. */
export function sure(text: string): Declined {
  return { text, confidence: "high", reason: null };
}

/** A form to be confirmed by a person. @param reason says what exactly is uncertain */
export function unconfirmed(text: string, reason: Text | null): Declined {
  return { text, confidence: "low", reason };
}

/** Parts of a phrase as one form: unconfirmed when any part is. */
export function joined(parts: readonly Declined[], separator = ""): Declined {
  const text = parts.map((part) => part.text).join(separator);
  const reasons = new Map(parts.flatMap(({ reason }) => (reason === null ? [] : [[reason.ru, reason]])));
  return reasons.size === 0 ? sure(text) : unconfirmed(text, together([...reasons.values()]));
}

/** Several reasons as one text. */
export function together(reasons: readonly Text[]): Text {
  return { ru: reasons.map(({ ru }) => ru).join("; "), en: reasons.map(({ en }) => en).join("; ") };
}

/** What a name is: a post is animate, an organisation or a territory is not, a phrase may be either. */
export type PhraseSort = "position" | "organisation" | "phrase";
