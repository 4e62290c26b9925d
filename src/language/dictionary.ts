import { isTableOpen, type Reading, readingsOf } from "./dictionary-table.ts";
import { remembering } from "./remembering.ts";
import { CASES, type CaseForms, type Gender, type GrammaticalCase, type GrammaticalNumber, type Sex } from "./types.ts";

/** A noun of the dictionary, as one of the nominative forms it was looked up by. Forms are lower case. */
export type DictionaryNoun = {
  readonly gender: Gender | null;
  readonly animate: boolean;
  readonly number: GrammaticalNumber;
  /** Name of a place. */
  readonly place: boolean;
  readonly score: number;
  /** «!»: another dictionary has other forms, «~»: no other dictionary has the word. */
  readonly mark: Reading["mark"];
  readonly forms: { readonly singular: CaseForms; readonly plural: CaseForms };
};

/** A word as the dictionary knows it. */
export type DictionaryWord = {
  /** Readings as a noun in the nominative. */
  readonly nouns: readonly DictionaryNoun[];
  /** Readings as a noun in the genitive: what numerals rule. */
  readonly genitives: readonly DictionaryNoun[];
  /** Cases in which the form stands, of any noun, adjective, participle or pronoun. */
  readonly cases: ReadonlySet<GrammaticalCase>;
  /** True when the dictionary has the word in some form, whatever it is. */
  readonly known: boolean;
  /** Gender and number of each reading as an adjective or participle in the nominative. */
  readonly adjectives: readonly { readonly gender: Gender | null; readonly number: GrammaticalNumber }[];
};

/** Readings of a smaller share are hardly meant. */
export const RARE = 0.1;

const UNKNOWN: DictionaryWord = { nouns: [], genitives: [], cases: new Set(), known: false, adjectives: [] };
/** The rows of an adjective in the table; the plural is the last. */
const GENDERS: readonly Gender[] = ["masculine", "feminine", "neuter"];
const ROWS = [0, 1, 2, 3];
/** Enough for every word of a large set; a longer life would only waste memory. */
const REMEMBERED = 5000;

const wordOf = remembering(REMEMBERED, (key) => (/^[а-яё-]+$/.test(key) ? describe(readingsOf(key)) : UNKNOWN));

/** What the OpenCorpora dictionary knows of a word. */
export function dictionaryWord(word: string): DictionaryWord {
  return wordOf(word.toLowerCase());
}

/** What a word, in any case and number, is among names of people, and whether it is anything else. */
type NameReading = {
  readonly given: boolean;
  readonly surname: boolean;
  /** Any other word: «вера», «роман». */
  readonly other: boolean;
};

/** Whether a word is a name of a person by the dictionary; nothing of it is true for a word that it does not have. */
export function nameReading(word: string): NameReading {
  const key = word.toLowerCase();
  const sorts = /^[а-яё-]+$/.test(key)
    ? readingsOf(key).map(({ traits }) => /^n..([gs])/.exec(traits)?.[1] ?? null)
    : [];
  return { given: sorts.includes("g"), surname: sorts.includes("s"), other: sorts.includes(null) };
}

/** Whether a word is an oblique case of a thing and no name of a person in the nominative: «Думы», «России», not «Петрова». */
export function isObliqueOfThing(word: string): boolean {
  const key = word.toLowerCase();
  if (!/^[а-яё-]+$/.test(key)) return false;
  const readings = readingsOf(key).map(({ traits, cells }) => ({ person: /^n..[gs]/.test(traits), cells }));
  return (
    readings.some(({ person, cells }) => !person && cells.some((cell) => ![0, 3].includes(cell % CASES.length))) &&
    !readings.some(({ person, cells }) => person && cells.includes(0))
  );
}

/** The gender of a given name in the nominative that the dictionary has of one gender alone; null for any other word. */
export function givenNameSex(word: string): Sex | null {
  const key = word.toLowerCase();
  if (!/^[а-яё]+$/.test(key)) return null;
  const genders = new Set(
    readingsOf(key).flatMap(({ traits, cells }) => (/^n..g/.test(traits) && cells.includes(0) ? [traits[1]] : [])),
  );
  if (genders.size !== 1) return null;
  return genders.has("m") ? "masculine" : genders.has("f") ? "feminine" : null;
}

/** The form of a surname that the dictionary has as one, lower case; null for a surname that it has not got. */
export function surnameInDictionary(word: string, sex: Sex, name: GrammaticalCase): string | null {
  const key = word.toLowerCase();
  if (!/^[а-яё-]+$/.test(key)) return null;
  // A row of a surname has the form of a man before that of a woman, or one for both.
  const own = (forms: readonly string[]): string | undefined => (sex === "masculine" ? forms[0] : forms.at(-1));
  const found = readingsOf(key).find(({ traits, forms }) => /^n..s/.test(traits) && own(forms(0)) === key);
  return found === undefined ? null : (own(found.forms(CASES.indexOf(name))) ?? null);
}

/** Whether a form is of an adjective, participle or pronoun; whether it may be a common noun of what does not live, and is none of the former. */
export function sortOfForm(word: string): { readonly adjective: boolean; readonly thing: boolean } {
  const key = word.toLowerCase();
  const sorts = /^[а-яё-]+$/.test(key) ? readingsOf(key).map(({ traits }) => traits) : [];
  return {
    adjective: sorts.some((traits) => !traits.startsWith("n")),
    thing: sorts.every((traits) => traits.startsWith("n")) && sorts.some((traits) => /^n.i$/.test(traits)),
  };
}

/** Forms of a common noun, lower case, in the singular; empty for any other word. */
export function nounForms(word: string, name: GrammaticalCase): string[] {
  return dictionaryWord(word).nouns.flatMap(({ number, forms }) =>
    number === "plural"
      ? []
      : [forms.singular[name === "accusative" ? "genitive" : name] ?? [], forms.singular[name] ?? []].flat(),
  );
}

/** True once the dictionary has been read. */
export function isDictionaryOpen(): boolean {
  return isTableOpen();
}

/** True when the dictionary has the form as the given gender and case of an adjective whose nominative is `lemma`. */
export function isFormOf(form: string, lemma: string, gender: Gender, name: GrammaticalCase): boolean {
  const wanted = GENDERS.indexOf(gender) * CASES.length + CASES.indexOf(name);
  return readingsOf(form.toLowerCase()).some(
    ({ traits, cells, forms }) =>
      traits === "a" && cells.includes(wanted) && ROWS.some((row) => forms(row * CASES.length).includes(lemma)),
  );
}

function describe(readings: readonly Reading[]): DictionaryWord {
  if (readings.length === 0) return UNKNOWN;
  const common = readings.filter(({ traits }) => /^n..p?$/.test(traits));
  const standing = (name: GrammaticalCase): DictionaryNoun[] =>
    common.flatMap((reading) =>
      reading.cells.flatMap((cell) => (cell % CASES.length === CASES.indexOf(name) ? [noun(reading, cell)] : [])),
    );
  return {
    known: true,
    nouns: standing("nominative"),
    genitives: standing("genitive"),
    cases: new Set(
      CASES.filter((_, at) => readings.some(({ cells }) => cells.some((cell) => cell % CASES.length === at))),
    ),
    adjectives: readings
      .filter(({ traits }) => traits === "a")
      .flatMap(({ cells }) => cells.filter((cell) => cell % CASES.length === 0))
      .map((cell) => {
        const gender = GENDERS[cell / CASES.length];
        return { gender: gender ?? null, number: gender === undefined ? "plural" : "singular" };
      }),
  };
}

function noun({ traits, score, mark, forms }: Reading, cell: number): DictionaryNoun {
  const table = (from: number): CaseForms =>
    Object.fromEntries(
      CASES.flatMap((name, at) => {
        const [form] = forms(from + at);
        return form === undefined ? [] : [[name, form] as const];
      }),
    );
  return {
    gender: { m: "masculine" as const, f: "feminine" as const, n: "neuter" as const }[traits[1] ?? ""] ?? null,
    animate: traits[2] === "a",
    number: cell < CASES.length ? "singular" : "plural",
    place: traits[3] === "p",
    score,
    mark,
    forms: { singular: table(0), plural: table(CASES.length) },
  };
}
