import type { Gender, GrammaticalCase } from "./types.ts";

export type AdjectiveForm = {
  readonly case: GrammaticalCase;
  readonly gender: Gender;
  readonly number: "singular" | "plural";
  readonly animate: boolean;
};

/** True when the word has the look of an adjective or participle in the nominative (not every such word is one). */
export function looksAdjective(word: string): boolean {
  if (/(ени|ани|яни|ети|стви|тви|ци|ви)е$/i.test(word)) return false;
  return /(ый|ий|ой|ая|яя|ое|ее|ые|ие|ийся|ыйся|аяся|яяся|ееся|оеся|иеся|ыеся)$/i.test(word);
}

/** Gender and number that the nominative form itself shows; null for a word that is not adjective-like. */
export function adjectiveShape(
  word: string,
): { readonly gender: Gender; readonly number: "singular" | "plural" } | null {
  const plain = word.replace(/ся$/i, "");
  if (/(ый|ий|ой)$/i.test(plain)) return { gender: "masculine", number: "singular" };
  if (/(ая|яя)$/i.test(plain)) return { gender: "feminine", number: "singular" };
  if (/(ое|ее)$/i.test(plain)) return { gender: "neuter", number: "singular" };
  if (/(ые|ие)$/i.test(plain)) return { gender: "masculine", number: "plural" };
  return null;
}

type Table = { readonly [name in GrammaticalCase]: string };

const HARD = {
  masculine: {
    nominative: "ый",
    genitive: "ого",
    dative: "ому",
    accusative: "*",
    instrumental: "ым",
    prepositional: "ом",
  },
  neuter: {
    nominative: "ое",
    genitive: "ого",
    dative: "ому",
    accusative: "ое",
    instrumental: "ым",
    prepositional: "ом",
  },
  feminine: {
    nominative: "ая",
    genitive: "ой",
    dative: "ой",
    accusative: "ую",
    instrumental: "ой",
    prepositional: "ой",
  },
  plural: { nominative: "ые", genitive: "ых", dative: "ым", accusative: "*", instrumental: "ыми", prepositional: "ых" },
} as const satisfies { readonly [row: string]: Table };
const SOFT = {
  masculine: {
    nominative: "ий",
    genitive: "его",
    dative: "ему",
    accusative: "*",
    instrumental: "им",
    prepositional: "ем",
  },
  neuter: {
    nominative: "ее",
    genitive: "его",
    dative: "ему",
    accusative: "ее",
    instrumental: "им",
    prepositional: "ем",
  },
  feminine: {
    nominative: "яя",
    genitive: "ей",
    dative: "ей",
    accusative: "юю",
    instrumental: "ей",
    prepositional: "ей",
  },
  plural: { nominative: "ие", genitive: "их", dative: "им", accusative: "*", instrumental: "ими", prepositional: "их" },
} as const satisfies { readonly [row: string]: Table };

/**
 * Any form of an adjective or participle given in any nominative form: «именуемый» → «именуемой»,
 * «действующий» → «действующей», «являющееся» → «являющегося». The reflexive «-ся» stays at the end.
 */
export function adjectiveForm(word: string, form: AdjectiveForm): string {
  const reflexive = /ся$/i.test(word) ? word.slice(-2) : "";
  const plain = reflexive === "" ? word : word.slice(0, -2);
  const stem = plain.slice(0, -2);
  const stressed =
    /ой$/i.test(plain) && form.case === "nominative" && form.gender === "masculine" && form.number === "singular";
  if (stressed) return word;
  return stem + respell(stem, ending(plain, form)) + reflexive;
}

function ending(plain: string, form: AdjectiveForm): string {
  const soft = isSoft(plain);
  const rows = soft ? SOFT : HARD;
  const row: Table = rows[form.number === "plural" ? "plural" : form.gender];
  const found = row[form.case];
  if (found !== "*") return found;
  return form.animate ? row.genitive : nominativeOf(plain, row, form);
}

/** The masculine nominative keeps a stressed «-ой»: «базовой» never, «передовой» does when it was given so. */
function nominativeOf(plain: string, row: Table, form: AdjectiveForm): string {
  return form.number === "singular" && /ой$/i.test(plain) ? "ой" : row.nominative;
}

/** Soft stems: «последний», «действующий» (hushing without stress); velar stems («высокий») are hard with «и» for «ы». */
function isSoft(plain: string): boolean {
  const stem = plain.slice(0, -2);
  if (/[жшщч]$/i.test(stem)) return !/ой$/i.test(plain);
  if (/[гкх]$/i.test(stem)) return false;
  return /(ий|яя|ее|ие)$/i.test(plain);
}

/** After г, к, х and hushing letters «ы» is written «и», «я» and «ю» – «а» and «у». */
function respell(stem: string, text: string): string {
  if (/[гкхжшщч]$/i.test(stem) && text.startsWith("ы")) return `и${text.slice(1)}`;
  if (/[жшщч]$/i.test(stem)) return text.replace(/^яя/, "ая").replace(/^юю/, "ую");
  return text;
}
