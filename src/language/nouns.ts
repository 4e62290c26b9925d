import { COMMON_PLURALS, type NounTraits } from "./common-nouns.ts";
import type { GrammaticalCase, Oblique } from "./types.ts";

/** Endings of genitive, dative, accusative, instrumental, prepositional; «*» in the accusative repeats the animate or inanimate rule. */
type Endings = { readonly [name in Oblique]: string };

const HUSHING = /[жшщч]$/i;
const VELAR_OR_HUSHING = /[гкхжшщч]$/i;

/** Singular case form of a noun given in the nominative. The paradigm is chosen by the ending and the gender. */
export function declineNoun(word: string, grammaticalCase: GrammaticalCase, traits: NounTraits): string {
  if (grammaticalCase === "nominative") return word;
  const { stem, endings } = paradigm(word, traits);
  const ending = endings[grammaticalCase];
  if (ending === "*") return traits.animate ? stem + endings.genitive : word;
  return stem + ending;
}

/** The vowel falls out of the stem. */
const FLEETING: { readonly [word: string]: string } = {
  перечень: "перечн",
  день: "дн",
  порядок: "порядк",
  список: "списк",
  образец: "образц",
};
/** The stress moves to the ending: секретарём, образцом. */
const STRESSED = new Set(["секретарь", "день", "образец"]);

/** Plural form of a common noun that documents count; null for any other. */
export function commonPlural(word: string, grammaticalCase: GrammaticalCase, animate: boolean): string | null {
  const [nominative, genitive] = COMMON_PLURALS.get(word) ?? [];
  if (nominative === undefined || genitive === undefined) return null;
  if (grammaticalCase === "genitive") return genitive;
  if (grammaticalCase === "nominative") return nominative;
  if (grammaticalCase === "accusative") return animate ? genitive : nominative;
  const stem = nominative.slice(0, -1);
  const vowel = /[ыа]$/.test(nominative) || VELAR_OR_HUSHING.test(stem) ? "а" : "я";
  return stem + vowel + { dative: "м", instrumental: "ми", prepositional: "х" }[grammaticalCase];
}

function paradigm(word: string, traits: NounTraits): { readonly stem: string; readonly endings: Endings } {
  const last = word.slice(-1).toLowerCase();
  const cut = word.slice(0, -1);
  if (/ия$/i.test(word))
    return {
      stem: cut,
      endings: { genitive: "и", dative: "и", accusative: "ю", instrumental: "ей", prepositional: "и" },
    };
  if (/(ие|ье)$/i.test(word))
    return {
      stem: cut,
      endings: {
        genitive: "я",
        dative: "ю",
        accusative: "е",
        instrumental: "ем",
        prepositional: /ие$/i.test(word) ? "и" : "е",
      },
    };
  if (/ий$/i.test(word))
    return {
      stem: cut,
      endings: { genitive: "я", dative: "ю", accusative: "*", instrumental: "ем", prepositional: "и" },
    };
  if (last === "а") return { stem: cut, endings: firstDeclension(cut) };
  if (last === "я")
    return {
      stem: cut,
      endings: { genitive: "и", dative: "е", accusative: "ю", instrumental: "ей", prepositional: "е" },
    };
  if (last === "о")
    return {
      stem: cut,
      endings: { genitive: "а", dative: "у", accusative: "о", instrumental: "ом", prepositional: "е" },
    };
  if (last === "е") {
    return /[жшщчц]$/i.test(cut)
      ? { stem: cut, endings: { genitive: "а", dative: "у", accusative: "е", instrumental: "ем", prepositional: "е" } }
      : { stem: cut, endings: { genitive: "я", dative: "ю", accusative: "е", instrumental: "ем", prepositional: "е" } };
  }
  if (last === "ь" && traits.gender === "feminine") {
    return {
      stem: cut,
      endings: { genitive: "и", dative: "и", accusative: "ь", instrumental: "ью", prepositional: "и" },
    };
  }
  if (last === "ь" || last === "й")
    return {
      stem: FLEETING[word] ?? cut,
      endings: {
        genitive: "я",
        dative: "ю",
        accusative: "*",
        instrumental: STRESSED.has(word) ? "ём" : "ем",
        prepositional: "е",
      },
    };
  return { stem: FLEETING[word] ?? word, endings: hardMasculine(word) };
}

function firstDeclension(stem: string): Endings {
  const genitive = VELAR_OR_HUSHING.test(stem) ? "и" : "ы";
  const instrumental = /[жшщчц]$/i.test(stem) ? "ей" : "ой";
  return { genitive, dative: "е", accusative: "у", instrumental, prepositional: "е" };
}

function hardMasculine(word: string): Endings {
  const soft = (HUSHING.test(word) || /ц$/i.test(word)) && !STRESSED.has(word);
  return { genitive: "а", dative: "у", accusative: "*", instrumental: soft ? "ем" : "ом", prepositional: "е" };
}
