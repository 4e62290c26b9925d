import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Parse } from "az";
import type { CaseForms, Gender, GrammaticalCase, GrammaticalNumber } from "./types.ts";

/** A noun of the dictionary, as one of the nominative forms it was looked up by. Forms are lower case. */
export type DictionaryNoun = {
  readonly gender: Gender | null;
  readonly animate: boolean;
  readonly number: GrammaticalNumber;
  /** Name of a place. */
  readonly place: boolean;
  readonly score: number;
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

type Lookup = (word: string) => readonly Parse[];

const CASE_OF: readonly (readonly [GrammaticalCase, string])[] = [
  ["nominative", "nomn"],
  ["genitive", "gent"],
  ["dative", "datv"],
  ["accusative", "accs"],
  ["instrumental", "ablt"],
  ["prepositional", "loct"],
];
/** Marks of secondary forms: «школою», «генваря». */
const SECONDARY = [
  "V-oy",
  "V-ey",
  "V-ie",
  "V-be",
  "V-bi",
  "Infr",
  "Slng",
  "Arch",
  "Dist",
  "Erro",
  "Litr",
  "Abbr",
] as const;
const UNKNOWN: DictionaryWord = { nouns: [], genitives: [], cases: new Set(), known: false, adjectives: [] };
/** Enough for every word of a large set; a longer life would only waste memory. */
const REMEMBERED = 5000;

const require = createRequire(import.meta.url);
let lookup: Lookup | null = null;
const memory = new Map<string, DictionaryWord>();

/** What the OpenCorpora dictionary knows of a word. The dictionary (11 MB) is read at the first question and never before. */
export function dictionaryWord(word: string): DictionaryWord {
  const key = word.toLowerCase();
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = /^[а-яё-]+$/.test(key) ? describe(look(key)) : UNKNOWN;
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, found);
  return found;
}

/** True once the dictionary has been read. */
export function isDictionaryOpen(): boolean {
  return lookup !== null;
}

/** True when the dictionary has the form as the given gender and case of an adjective whose nominative is `lemma`. */
export function isFormOf(form: string, lemma: string, gender: Gender, name: GrammaticalCase): boolean {
  const grammeme = CASE_OF.find(([one]) => one === name)?.[1] ?? "";
  return look(form.toLowerCase()).some((parse) => {
    if (!(parse.tag.ADJF || parse.tag.PRTF) || genderOf(parse.tag) !== gender) return false;
    if (!parse.tag.flex.includes(grammeme)) return false;
    return Array.from({ length: parse.formCnt ?? 0 }, (_, index) => parse.inflect(index).word).includes(lemma);
  });
}

function look(word: string): readonly Parse[] {
  lookup ??= open();
  return lookup(word);
}

/** The package reads its files with callbacks; handing them over after `init` makes the whole of it synchronous. */
function open(): Lookup {
  const az = require("az") as typeof import("az").default;
  const waiting: (() => void)[] = [];
  az.load = (file, type, done) => {
    waiting.push(() => done(null, content(file, type)));
  };
  az.Morph.init((error) => {
    if (error) throw error;
  });
  for (const hand of waiting) hand();
  const config = { parsers: ["Dictionary"], ignoreCase: true, stutter: 0 };
  return (word) => az.Morph(word, config);
}

function content(file: string, type: "json" | "arraybuffer"): unknown {
  const bytes = readFileSync(file);
  return type === "json" ? JSON.parse(bytes.toString("utf8")) : new Uint8Array(bytes).buffer;
}

function describe(parses: readonly Parse[]): DictionaryWord {
  const nominative = parses.filter(({ tag }) => tag.flex.includes("nomn"));
  return {
    known: parses.length > 0,
    nouns: nominative.filter(({ tag }) => tag.NOUN && !isPersonal(tag)).map(noun),
    genitives: parses.filter(({ tag }) => tag.NOUN && !isPersonal(tag) && tag.flex.includes("gent")).map(noun),
    cases: new Set(
      CASE_OF.flatMap(([name, grammeme]) =>
        parses.some(({ tag }) => declines(tag) && tag.flex.includes(grammeme)) ? [name] : [],
      ),
    ),
    adjectives: nominative
      .filter(({ tag }) => tag.ADJF || tag.PRTF)
      .map(({ tag }) => ({ gender: genderOf(tag), number: tag.plur ? "plural" : "singular" })),
  };
}

function declines(tag: Parse["tag"]): boolean {
  return Boolean(tag.NOUN || tag.ADJF || tag.PRTF || tag.NPRO || tag.NUMR);
}

/** Names of people are declined by the rules of names. */
function isPersonal(tag: Parse["tag"]): boolean {
  return Boolean(tag.Surn || tag.Name || tag.Patr);
}

function noun(parse: Parse): DictionaryNoun {
  const forms = Array.from({ length: parse.formCnt ?? 0 }, (_, index) => parse.inflect(index));
  const table = (number: "sing" | "plur"): CaseForms =>
    Object.fromEntries(
      CASE_OF.flatMap(([name, grammeme]) => {
        const form = forms.find(
          ({ tag }) => tag[number] && tag.flex.includes(grammeme) && !SECONDARY.some((mark) => tag[mark]),
        );
        return form === undefined ? [] : [[name, form.word] as const];
      }),
    );
  return {
    gender: genderOf(parse.tag),
    animate: Boolean(parse.tag.anim),
    number: parse.tag.plur ? "plural" : "singular",
    place: Boolean(parse.tag.Geox),
    score: parse.score,
    forms: { singular: table("sing"), plural: table("plur") },
  };
}

function genderOf(tag: Parse["tag"]): Gender | null {
  if (tag.masc) return "masculine";
  if (tag.femn) return "feminine";
  return tag.neut ? "neuter" : null;
}
