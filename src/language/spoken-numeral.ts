import { adjectiveShape } from "./adjective-look.ts";
import { collective } from "./collective.ts";
import { cardinal } from "./numbers.ts";
import { ordinal } from "./ordinals.ts";
import type { Token } from "./phrase-tokens.ts";
import type { Gender, GrammaticalCase } from "./types.ts";

/** A number in words: its value, how many tokens it takes, how it declines. */
export type Numeral = {
  readonly value: number;
  readonly length: number;
  /** «Один», «два» and «две» have a gender of their own. */
  readonly gender: Gender | null;
  /** «Тысяча» and «миллион» rule the genitive in every case. */
  readonly rules: boolean;
  readonly form: (name: GrammaticalCase, gender: Gender, animate: boolean) => string;
};

/** Words of cardinals in the nominative and their values. */
const VALUES: ReadonlyMap<string, number> = new Map<string, number>([
  ["одна", 1],
  ["одно", 1],
  ["две", 2],
  ...[...Array.from({ length: 20 }, (_, at) => at + 1), 30, 40, 50, 60, 70, 80, 90].map(named),
  ...[100, 200, 300, 400, 500, 600, 700, 800, 900].map(named),
]);
/** Nouns that count thousands, in the forms that stand behind a number. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^тысяч[аи]?$/, 1000],
  [/^миллион(а|ов)?$/, 1_000_000],
  [/^миллиард(а|ов)?$/, 1_000_000_000],
];
const COLLECTIVES: ReadonlyMap<string, number> = new Map(
  [2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => [collective(value, "nominative"), value] as const),
);
const ORDINALS: ReadonlySet<string> = new Set(
  [...Array.from({ length: 20 }, (_, at) => at + 1), 30, 40, 50, 60, 70, 80, 90, 100].map((value) =>
    ordinal(value).slice(0, -2),
  ),
);

function named(value: number): readonly [string, number] {
  return [cardinal(value, { case: "nominative" }), value];
}

/** True for a cardinal of tens or hundreds, behind which an ordinal may stand. */
export function isCardinalWord(word: string): boolean {
  return (VALUES.get(word.toLowerCase()) ?? 0) >= 20;
}

/** True for an ordinal («пятое») and for one more word of a number before it. */
export function isPartOfOrdinal(word: string): boolean {
  return isCardinalWord(word) || (ORDINALS.has(word.toLowerCase().slice(0, -2)) && adjectiveShape(word) !== null);
}

/** The numeral in the nominative that tokens begin with; null when they begin with none. */
export function numeralOf(tokens: readonly Token[]): Numeral | null {
  const first = tokens[0]?.text.toLowerCase() ?? "";
  const both = /^об[ае]$/.test(first);
  if (both || /^полтор[аы]$/.test(first)) {
    const stem = first === "обе" ? "обе" : "обо";
    const rows: { readonly [name in GrammaticalCase]?: string } = both
      ? { instrumental: `${stem}ими`, dative: `${stem}им` }
      : {};
    return {
      value: both ? 2 : 1.5,
      length: 1,
      gender: /[еы]$/.test(first) ? "feminine" : "masculine",
      rules: false,
      form: (name, _, animate) =>
        (name === "accusative" && !animate ? first : null) ?? rows[name] ?? (both ? `${stem}их` : "полутора"),
    };
  }
  const many = COLLECTIVES.get(first);
  if (many !== undefined)
    return {
      value: -many,
      length: 1,
      gender: null,
      rules: false,
      form: (name, _, animate) => collective(many, name, animate),
    };
  if (first === "несколько") return SOME;
  const words = tokens.map(({ text }) => text.toLowerCase());
  // «Тысяча двадцать один» is said without «одна».
  return /^(тысяча|миллион)$/.test(first) && VALUES.has(words[1] ?? "") ? fromOne(words) : cardinalOf(words);
}

function fromOne(words: readonly string[]): Numeral | null {
  const found = cardinalOf([words[0] === "тысяча" ? "одна" : "один", ...words]);
  if (found === null) return null;
  const { form, length } = found;
  return { ...found, length: length - 1, form: (...of) => form(...of).replace(/^\S+ /, "") };
}

/** «Несколько»: it declines like an adjective in the plural and counts like «пять». */
const SOME: Numeral = {
  value: 5,
  length: 1,
  gender: null,
  rules: false,
  form: (name) =>
    ({ genitive: "нескольких", prepositional: "нескольких", dative: "нескольким", instrumental: "несколькими" })[
      name as "genitive"
    ] ?? "несколько",
};

/** A cardinal of one word or several; the spelling of the whole must be that of the number. */
function cardinalOf(words: readonly string[]): Numeral | null {
  let [total, group, length] = [0, 0, 0];
  for (const word of words) {
    const value = VALUES.get(word);
    const scale = group > 0 ? SCALES.find(([pattern]) => pattern.test(word))?.[1] : undefined;
    if (value !== undefined) group += value;
    else if (scale !== undefined) [total, group] = [total + group * scale, 0];
    else break;
    length++;
  }
  const value = total + group;
  const said = words.slice(0, length);
  const last = said.at(-1) ?? "";
  const gender: Gender | null =
    last === "одна" || last === "две"
      ? "feminine"
      : last === "одно"
        ? "neuter"
        : /^(один|два)$/.test(last)
          ? "masculine"
          : null;
  if (length === 0 || cardinal(value, { case: "nominative", gender: gender ?? "masculine" }) !== said.join(" "))
    return null;
  return {
    value,
    length,
    gender,
    rules: group === 0,
    form: (name, own, animate) => cardinal(value, { case: name, gender: own, animate }),
  };
}
