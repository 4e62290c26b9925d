import { possessiveStem } from "./adjective-look.ts";
import { endings } from "./endings.ts";
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
type Rows = { readonly [row in Gender | "plural"]: Table };

/** Endings by gender and in the plural, in the order of the cases; «*» in the accusative repeats the genitive or the nominative. */
function rowsOf(masculine: string, neuter: string, feminine: string, plural: string): Rows {
  const table = (row: string): Table => {
    const [nominative = "", ...oblique] = row.split(" ");
    return { nominative, ...endings(oblique.join(" ")) };
  };
  return { masculine: table(masculine), neuter: table(neuter), feminine: table(feminine), plural: table(plural) };
}

const HARD = rowsOf("ый ого ому * ым ом", "ое ого ому ое ым ом", "ая ой ой ую ой ой", "ые ых ым * ыми ых");
const SOFT = rowsOf("ий его ему * им ем", "ее его ему ее им ем", "яя ей ей юю ей ей", "ие их им * ими их");
/** Казачий, третий: a soft sign before every ending but one. */
const POSSESSIVE = rowsOf(
  "ий ьего ьему * ьим ьем",
  "ье ьего ьему ье ьим ьем",
  "ья ьей ьей ью ьей ьей",
  "ьи ьих ьим * ьими ьих",
);

/**
 * Any form of an adjective or participle given in any nominative form: «именуемый» → «именуемой»,
 * «действующий» → «действующей», «являющееся» → «являющегося». The reflexive «-ся» stays at the end.
 */
export function adjectiveForm(word: string, form: AdjectiveForm): string {
  // Compounds decline in the last part only: «детско-юношеская» → «детско-юношеской».
  const hyphen = word.lastIndexOf("-");
  if (hyphen > 0) {
    const first = word.slice(0, hyphen);
    // «Дежурный-учёный»: two words of one rank, both decline.
    const own = /.{3}([ыио]й|[ая]я|[ое]е|[ыи]е)$/.test(first) ? adjectiveForm(first, form) : first;
    return `${own}-${adjectiveForm(word.slice(hyphen + 1), form)}`;
  }
  if (isCapitals(word)) return adjectiveForm(word.toLowerCase(), form).toUpperCase();
  const possessive = possessiveStem(word);
  if (possessive !== null) return possessive + ending(POSSESSIVE, form);
  const reflexive = /ся$/i.test(word) ? word.slice(-2) : "";
  const plain = reflexive === "" ? word : word.slice(0, -2);
  const stem = plain.slice(0, -2);
  const stressed =
    /ой$/i.test(plain) && form.case === "nominative" && form.gender === "masculine" && form.number === "singular";
  if (stressed) return word;
  return stem + respell(stem, ending(isSoft(plain) ? SOFT : HARD, form, /ой$/i.test(plain))) + reflexive;
}

/** `stressed`: the masculine nominative is «-ой»: «базовой» never, «передовой» when it was given so. */
function ending(rows: Rows, form: AdjectiveForm, stressed = false): string {
  const row = rows[form.number === "plural" ? "plural" : form.gender];
  const found = row[form.case];
  if (found !== "*") return found;
  if (form.animate) return row.genitive;
  return stressed && form.number === "singular" ? "ой" : row.nominative;
}

/** Большой, чужой: the stress is on the ending, which no other form than the masculine shows. */
const STRESSED_HUSHING = /^(не)?(больш|чуж|княж)$/i;

/** Soft stems: «последний», «действующий» (hushing without stress); velar stems («высокий») are hard with «и» for «ы». */
function isSoft(plain: string): boolean {
  const stem = plain.slice(0, -2);
  if (STRESSED_HUSHING.test(stem)) return /ий$/i.test(plain);
  if (/[жшщч]$/i.test(stem)) return !/ой$/i.test(plain);
  if (/[гкхц]$/i.test(stem)) return false;
  return /(ий|яя|ее|ие)$/i.test(plain);
}

/** After г, к, х and hushing letters «ы» is written «и», «я» and «ю» – «а» and «у»; after ц «о» without stress is «е»: «круглолицего». */
function respell(stem: string, text: string): string {
  if (/ц$/i.test(stem) && text.startsWith("о")) return `е${text.slice(1)}`;
  if (/[гкхжшщч]$/i.test(stem) && text.startsWith("ы")) return `и${text.slice(1)}`;
  if (/[жшщч]$/i.test(stem)) return text.replace(/^яя/, "ая").replace(/^юю/, "ую");
  return text;
}
