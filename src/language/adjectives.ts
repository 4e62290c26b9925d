import { possessiveStem } from "./adjective-look.ts";
import { isCapitals } from "./spelling.ts";
import type { Gender, GrammaticalCase, GrammaticalNumber } from "./types.ts";

/** Which form of an adjective is asked for. */
export type AdjectiveForm = {
  readonly case: GrammaticalCase;
  readonly gender: Gender;
  readonly number: GrammaticalNumber;
  readonly animate: boolean;
};

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
/** Казачий, третий: a soft sign before every ending but one. */
const POSSESSIVE = {
  masculine: {
    nominative: "ий",
    genitive: "ьего",
    dative: "ьему",
    accusative: "*",
    instrumental: "ьим",
    prepositional: "ьем",
  },
  neuter: {
    nominative: "ье",
    genitive: "ьего",
    dative: "ьему",
    accusative: "ье",
    instrumental: "ьим",
    prepositional: "ьем",
  },
  feminine: {
    nominative: "ья",
    genitive: "ьей",
    dative: "ьей",
    accusative: "ью",
    instrumental: "ьей",
    prepositional: "ьей",
  },
  plural: {
    nominative: "ьи",
    genitive: "ьих",
    dative: "ьим",
    accusative: "*",
    instrumental: "ьими",
    prepositional: "ьих",
  },
} as const satisfies { readonly [row: string]: Table };

/**
 * Any form of an adjective or participle given in any nominative form: «именуемый» → «именуемой»,
 * «действующий» → «действующей», «являющееся» → «являющегося». The reflexive «-ся» stays at the end.
 */
export function adjectiveForm(word: string, form: AdjectiveForm): string {
  // Compounds decline in the last part only: «детско-юношеская» → «детско-юношеской».
  const hyphen = word.lastIndexOf("-");
  if (hyphen > 0) return word.slice(0, hyphen + 1) + adjectiveForm(word.slice(hyphen + 1), form);
  if (isCapitals(word)) return adjectiveForm(word.toLowerCase(), form).toUpperCase();
  const possessive = possessiveStem(word);
  if (possessive !== null) return possessive + rowEnding(POSSESSIVE, form);
  const reflexive = /ся$/i.test(word) ? word.slice(-2) : "";
  const plain = reflexive === "" ? word : word.slice(0, -2);
  const stem = plain.slice(0, -2);
  const stressed =
    /ой$/i.test(plain) && form.case === "nominative" && form.gender === "masculine" && form.number === "singular";
  if (stressed) return word;
  return stem + respell(stem, ending(plain, form)) + reflexive;
}

function rowEnding(rows: typeof POSSESSIVE, form: AdjectiveForm): string {
  const row: Table = rows[form.number === "plural" ? "plural" : form.gender];
  const found = row[form.case];
  if (found !== "*") return found;
  return form.animate ? row.genitive : row.nominative;
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
