import { COMMON_NOUNS } from "./common-nouns.ts";
import { dictionaryWord, RARE } from "./dictionary.ts";
import { declineNoun } from "./nouns.ts";
import type { Gender, GrammaticalCase } from "./types.ts";

/** A noun that no dictionary has, whose paradigm its parts settle. */
export type ComposedNoun = {
  readonly gender: Gender;
  readonly animate: boolean;
  readonly form: (name: GrammaticalCase) => string;
};

/** First parts that stand before any noun without a letter between. */
const FIRST =
  /^(мега|мини|микро|макро|супер|гипер|мульти|мета|кибер|медиа|теле|спорт|меж|полит|арт|квант|само|взаимо|видео|аудио|фото|кино|радио|нано|био|гео|гидро|электро|авто|мото|вело|агро|эко|нейро|тех|хоз|гос|мед|соц|спец|глав|юн|орг|культ|метод|пед|веб|вет|гор|рай|обл|рос[а-яё]*)$/;
/** Men by what they do: «профориентолог», «документовед». All such words decline alike. */
const BY_TRADE = /.{2}(олог|овед|ограф)$/;
/** «Юнармеец» – «юнармейца», «кванторианец» – «кванторианца»: behind these letters the vowel always falls out. */
const MEMBER = /(е|[аяи]н)ец$/;
/** Endings of derived words whose whole declension and animacy they settle: «цифровизация», «тимбилдинг», «Смоленщина», «лицеистка». */
const DERIVED: readonly (readonly [RegExp, { readonly gender: Gender; readonly animate: boolean }])[] = [
  [/.{3}(ость|[аия]ция|логия|графия|щина)$/, { gender: "feminine", animate: false }],
  [/.{3}истка$/, { gender: "feminine", animate: true }],
  [/.{3}([ае]ние|ство)$/, { gender: "neuter", animate: false }],
  [/.{3}(изм|инг)$/, { gender: "masculine", animate: false }],
];
/** «Замначальника», «завотделом»: a contraction that rules the rest, which never changes. */
const RULED = /^(?:(зам|пом|нач|ком|пред)|(зав))(.{4,})$/;

/** The last part of a word that no dictionary has and whose first part is one of those: «реестра» of «Росреестра». */
export function lastPart(word: string): string | null {
  const lower = word.toLowerCase();
  for (let at = 2; at <= lower.length - 4; at++)
    if (FIRST.test(lower.slice(0, at)) && dictionaryWord(lower.slice(at)).known) return lower.slice(at);
  return null;
}

/** The noun behind a word in lower case that the dictionary has not got; null when its parts prove nothing. */
export function composedNoun(word: string): ComposedNoun | null {
  for (let at = 2; at <= word.length - 4; at++) {
    const [first, last] = [word.slice(0, at), word.slice(at)];
    const traits = last.length < 5 ? undefined : COMMON_NOUNS.get(last);
    if (traits !== undefined && (/[оеё]$/.test(first) || FIRST.test(first)))
      return { ...traits, form: (name) => first + declineNoun(last, name, traits) };
    const known = FIRST.test(first) ? (ofDictionary(first, last) ?? ofComposed(first, last)) : null;
    if (known !== null) return known;
  }
  if (isRuled(word)) return { gender: "masculine", animate: true, form: () => word };
  const traits = BY_TRADE.test(word)
    ? ({ gender: "masculine", animate: true } as const)
    : DERIVED.find(([ending]) => ending.test(word))?.[1];
  if (traits !== undefined) return { ...traits, form: (name) => declineNoun(word, name, traits) };
  if (!MEMBER.test(word)) return null;
  const stem = `${word.slice(0, -2).replace(/е$/, "ей")}ц`;
  return {
    gender: "masculine",
    animate: true,
    form: (name) => (name === "nominative" ? word : stem + MEMBER_ENDINGS[name]),
  };
}

const MEMBER_ENDINGS = { genitive: "а", dative: "у", accusative: "а", instrumental: "ем", prepositional: "е" } as const;

/** «Само|обследование»: the second part is a word that two dictionaries decline in one way. */
function ofDictionary(first: string, last: string): ComposedNoun | null {
  const [noun, ...others] = dictionaryWord(last).nouns.filter(({ score }) => score > RARE);
  if (noun === undefined || others.length > 0 || noun.mark !== "" || noun.number !== "singular" || noun.gender === null)
    return null;
  const { gender, animate, forms } = noun;
  return forms.singular.nominative === last
    ? { gender, animate, form: (name) => first + (forms.singular[name] ?? last) }
    : null;
}

/** «Гор|электро|сеть». */
function ofComposed(first: string, last: string): ComposedNoun | null {
  const own = dictionaryWord(last).known ? null : composedNoun(last);
  return own === null ? null : { ...own, form: (name) => first + own.form(name) };
}

function isRuled(word: string): boolean {
  const [, ofGenitive, , rest = ""] = RULED.exec(word) ?? [];
  const { cases } = dictionaryWord(rest);
  return !cases.has("nominative") && cases.has(ofGenitive === undefined ? "instrumental" : "genitive");
}
