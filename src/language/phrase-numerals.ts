import type { Text } from "../base/diagnostics/index.ts";
import { adjectiveShape } from "./adjective-look.ts";
import { adjectiveForm } from "./adjectives.ts";
import { type DictionaryNoun, dictionaryWord } from "./dictionary.ts";
import { type Analysis, unchanged } from "./phrase-analysis.ts";
import { type Head, type Slot, still, type Tail } from "./phrase-slots.ts";
import { bare, NOTHING, type Token, textOf } from "./phrase-tokens.ts";
import { isCapitals } from "./spelling.ts";
import { isCardinalWord, isPartOfOrdinal, type Numeral, numeralOf } from "./spoken-numeral.ts";
import type { Gender, GrammaticalCase } from "./types.ts";

/** Parts of a whole: «две третьих», «пять десятых». */
const FRACTION = /^(втор|четвёрт|четверт|пят|шест|седьм|восьм|девят|десят|сот|тысячн)(ая|ых)$/i;

/** A part of a whole, whose noun stands in the genitive: «одна вторая ставки». */
export function isFraction(word: string): boolean {
  return FRACTION.test(word);
}

/** How the rest of a phrase is taken to pieces. */
type Analyse = {
  readonly part: (tokens: readonly Token[]) => Analysis;
  readonly tail: (tokens: readonly Token[], head: Omit<Head, "sort">) => Tail;
};
/** «Две недели», «двадцать один наставник», «двое учителей», «полтора часа»: a numeral and what it counts. */
export function numeralPhrase(tokens: readonly Token[], analyse: Analyse): Analysis | null {
  const numeral = numeralOf(tokens);
  if (numeral === null || numeral.length === tokens.length) return null;
  const { text: next } = tokens[numeral.length] ?? NOTHING;
  const ordinals = isCardinalWord(tokens[numeral.length - 1]?.text ?? "") || numeral.rules;
  if (ordinals && isPartOfOrdinal(next)) return ofOrdinal(tokens, numeral.length, analyse);
  const things = tokens.slice(numeral.length);
  const said = textOf(tokens.slice(0, numeral.length));
  const found = isOne(numeral)
    ? ofOne(numeral, said, analyse.part(things))
    : ofMany(numeral, said, { things, analyse });
  return (
    found ?? {
      ...unchanged(textOf(tokens), "unknown"),
      number: "plural",
      doubt: {
        ru: "числительное со словами, которые не разобраны",
        en: "a numeral with words that are not understood",
      },
    }
  );
}

/** «Двадцать пятое мая», «две тысячи двадцать пятый год»: of an ordinal only the last word changes. */
function ofOrdinal(tokens: readonly Token[], length: number, { part }: Analyse): Analysis {
  const rest = part(tokens.slice(length));
  const before = tokens.slice(0, length).map((token) => still(token, "number"));
  return { ...rest, slots: [...before, ...rest.slots], head: rest.head + before.length };
}

function isOne({ value, rules }: Numeral): boolean {
  return !rules && value % 10 === 1 && value % 100 !== 11;
}

/** «Двадцать один наставник»: what is counted stands in the singular, in the case of the whole. */
function ofOne(numeral: Numeral, said: string, part: Analysis): Analysis | null {
  const { gender, animate, number } = part;
  if (gender === null || number === "plural" || (numeral.gender !== null && numeral.gender !== gender)) return null;
  return { ...part, slots: [numeralSlot(numeral, said, { gender, animate }), ...part.slots], head: part.head + 1 };
}

/** What is counted stands in the genitive, and in the oblique cases in the plural. */
function ofMany(
  numeral: Numeral,
  said: string,
  { things, analyse }: { readonly things: readonly Token[]; readonly analyse: Analyse },
): Analysis | null {
  const at = things.findIndex((token, index) => !agreesBefore(token, things[index + 1], numeral));
  const before = things.slice(0, Math.max(at, 0));
  const noun = at === -1 ? null : countedNoun(things[at] ?? NOTHING, numeral);
  const rest = things.slice(before.length + 1);
  const part = isPart(things[0] ?? NOTHING);
  // «Три пятых группы» may be groups or parts of one; with «две» a group would be «пятые».
  if (part && noun !== null && numeral.gender !== "feminine") return null;
  if (noun === null || part) return ofAdjective(numeral, said, { things, analyse });
  const { gender: known, animate, forms } = noun;
  const gender = known ?? "masculine";
  const tail = analyse.tail(rest, { head: things[at]?.text ?? "", gender, number: "plural", animate });
  const direct = isDirect(numeral, animate);
  const { text, space } = things[at] ?? NOTHING;
  const own: Slot = {
    role: "head",
    text,
    form: (name) => {
      const ruled = name === "accusative" ? "genitive" : name;
      const many =
        ruled === "genitive"
          ? genitiveOf(noun, { said: bare({ text, space }).word, numeral })
          : (countedForms(noun)[ruled] ?? forms.plural[ruled]);
      return direct(name) || numeral.rules
        ? space + text
        : many === undefined
          ? null
          : space + many + bare({ text, space }).tail;
    },
  };
  const agreeing = before.map((token) => agreeingSlot(token, (name) => direct(name) || numeral.rules, animate));
  return {
    ...unchanged(""),
    slots: [numeralSlot(numeral, said, { gender, animate }), ...agreeing, own, ...tail.slots],
    head: before.length + 1,
    gender,
    number: "plural",
    animate,
    doubt: numeral.value < 0 && !animate ? ofThings(said) : tail.doubt,
  };
}

/** «Двое суток»: a handbook takes «двух» for the oblique cases where a dictionary has «двоих». */
function ofThings(said: string): Text {
  return {
    ru: `«${said}» с неодушевлённым: в косвенных падежах пишут и собирательное числительное, и количественное`,
    en: `“${said}” of things: the oblique cases are written with a collective numeral and with a cardinal`,
  };
}

function isPart({ text }: Token): boolean {
  return FRACTION.test(text) && /ых$/.test(text);
}

/** «Пять десятых ставки», «пять учащихся школы»: a part of something or people, named by an adjective in the genitive plural. */
function ofAdjective(
  numeral: Numeral,
  said: string,
  { things, analyse }: { readonly things: readonly Token[]; readonly analyse: Analyse },
): Analysis | null {
  const [part = NOTHING, ...rest] = things;
  const people = /[уюая]щих(ся)?$/i.test(part.text);
  if (numeral.rules || !(isPart(part) || people)) return null;
  const traits = { gender: people ? "masculine" : "feminine", animate: people } as const;
  const tail = analyse.tail(rest, { ...traits, head: part.text, number: "plural" });
  const slots = [
    numeralSlot(numeral, said, traits),
    { ...agreeingSlot(part, isDirect(numeral, people), people), role: "head" as const },
    ...tail.slots,
  ];
  return { ...unchanged(""), ...traits, slots, head: 1, number: "plural", doubt: tail.doubt };
}

function nominativePlural(word: string): string {
  return word.replace(/х(ся)?$/i, "е$1");
}

/** An adjective that is given in the plural and stands still in the direct cases. */
function agreeingSlot(token: Token, stands: (name: GrammaticalCase) => boolean, animate: boolean): Slot {
  const nominative = nominativePlural(token.text);
  return {
    role: "agrees",
    text: token.text,
    form: (name) =>
      token.space +
      (stands(name)
        ? token.text
        : adjectiveForm(nominative, { case: name, gender: "masculine", number: "plural", animate })),
  };
}

function numeralSlot(
  { form, value, rules }: Numeral,
  said: string,
  { gender, animate }: { readonly gender: Gender; readonly animate: boolean },
): Slot {
  const keep = (text: string): string =>
    isCapitals(said)
      ? text.toUpperCase()
      : /^\p{Lu}/u.test(said)
        ? text.slice(0, 1).toUpperCase() + text.slice(1)
        : text;
  // Behind 5 and in compounds people are counted like things, but for the last «один»: «двадцать одного наставника».
  const lives = animate && (value <= 4 || (!rules && value % 10 === 1 && value % 100 !== 11));
  return {
    role: "numeral",
    text: said,
    form: (name) => (name === "nominative" ? said : keep(form(name, gender, lives))),
  };
}

/** The accusative is the nominative for things, and for people behind 5 and behind compounds: «двадцать два ученика». */
function isDirect({ value }: Pick<Numeral, "value" | "rules">, animate: boolean): (name: GrammaticalCase) => boolean {
  const collectively = value < 0;
  return (name) =>
    name === "nominative" || (name === "accusative" && (!animate || (!collectively && (value > 20 || value > 4))));
}

/** «Рабочих дней», but «учащихся школ»: a word that may be counted itself agrees with the next in one known sense only. */
function agreesBefore({ text }: Token, next: Token | undefined, numeral: Numeral): boolean {
  const nominative = nominativePlural(text);
  if (adjectiveShape(nominative)?.number !== "plural" || dictionaryWord(nominative).adjectives.length === 0)
    return false;
  if (countedNoun({ text, space: "" }, numeral) === null) return true;
  return /^(рабочи|выходны)/i.test(text) && /^(дня|дней|недел|мест|час|групп|программ)/i.test(next?.text ?? "");
}

/** The noun behind a numeral: in the genitive, singular after 2, 3, 4, else plural; one reading alone. */
function countedNoun(token: Token, { value, gender, rules }: Numeral): DictionaryNoun | null {
  const { word } = bare(token);
  const last = Math.abs(value) % 100;
  const few = value === 1.5 || (!rules && value > 0 && last % 10 > 1 && last % 10 < 5 && (last < 11 || last > 14));
  const nouns = dictionaryWord(word).genitives.filter(
    ({ number, gender: own, forms }) =>
      number === (few ? "singular" : "plural") &&
      forms.plural.dative !== undefined &&
      (gender === null || (own === "feminine") === (gender === "feminine")),
  );
  const [noun] = nouns;
  const one = nouns.every(
    ({ forms, animate }) => forms.plural.dative === noun?.forms.plural.dative && animate === noun?.animate,
  );
  return noun !== undefined && one ? noun : null;
}

/** «Пять лет», «двух лет», «двух человек»: behind a number some words have a genitive of their own. */
function genitiveOf(
  { number, forms }: DictionaryNoun,
  { said, numeral }: { readonly said: string; readonly numeral: Numeral },
): string | undefined {
  if (number === "plural" && !numeral.rules) return said;
  return countedForms({ forms }).genitive ?? forms.plural.genitive;
}

function countedForms({ forms }: Pick<DictionaryNoun, "forms">): DictionaryNoun["forms"]["plural"] {
  return COUNTED[forms.singular.nominative ?? ""] ?? {};
}

/** «Пятью человеками», not «людьми». */
const COUNTED: { readonly [word: string]: DictionaryNoun["forms"]["plural"] } = {
  год: { genitive: "лет" },
  человек: {
    genitive: "человек",
    dative: "человекам",
    instrumental: "человеками",
    prepositional: "человеках",
  },
};
