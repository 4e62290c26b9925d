import type { GrammaticalCase } from "./types.ts";

/** What decides the endings of a noun. */
export type NounTraits = { readonly gender: "masculine" | "feminine" | "neuter"; readonly animate: boolean };

type Oblique = Exclude<GrammaticalCase, "nominative">;
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
      stem: cut,
      endings: { genitive: "я", dative: "ю", accusative: "*", instrumental: "ем", prepositional: "е" },
    };
  return { stem: dropFleeting(word), endings: hardMasculine(word) };
}

function firstDeclension(stem: string): Endings {
  const genitive = VELAR_OR_HUSHING.test(stem) ? "и" : "ы";
  const instrumental = /[жшщчц]$/i.test(stem) ? "ей" : "ой";
  return { genitive, dative: "е", accusative: "у", instrumental, prepositional: "е" };
}

function hardMasculine(word: string): Endings {
  const soft = HUSHING.test(word) || /ц$/i.test(word);
  return { genitive: "а", dative: "у", accusative: "*", instrumental: soft ? "ем" : "ом", prepositional: "е" };
}

/** Nouns of posts and organisations whose last vowel falls out: «отдел» keeps it, «председатель» too, «центр» has none. */
const FLEETING = new Map([
  ["дворец", "дворц"],
  ["конец", "конц"],
  ["отец", "отц"],
  ["боец", "бойц"],
  ["отпрыск", "отпрыск"],
  ["совет", "совет"],
]);

function dropFleeting(word: string): string {
  return FLEETING.get(word.toLowerCase()) ?? word;
}

/** Plural case forms of a noun given in the nominative plural: «организации», «школы», «рекомендации», «дни». */
export function declinePlural(word: string, grammaticalCase: GrammaticalCase, animate: boolean): string | null {
  if (grammaticalCase === "nominative") return word;
  const cut = word.slice(0, -1);
  const last = word.slice(-1).toLowerCase();
  const soft = last === "я" || (last === "и" && !VELAR_OR_HUSHING.test(cut));
  const vowel = soft ? "я" : "а";
  if (grammaticalCase === "dative") return `${cut}${vowel}м`;
  if (grammaticalCase === "instrumental") return `${cut}${vowel}ми`;
  if (grammaticalCase === "prepositional") return `${cut}${vowel}х`;
  if (grammaticalCase === "accusative" && !animate) return word;
  if (/ии$/i.test(word)) return `${cut}й`;
  if (/ия$/i.test(word)) return `${cut}й`;
  if (/(ы|и)$/i.test(word) && /(школ|групп|форм|работ|задач|сме|встреч|библиотек|страниц)$/i.test(cut)) return cut;
  if (/тели$/i.test(word)) return `${cut}ей`;
  if (/[жшщч]и$/i.test(word)) return `${cut}ей`;
  if (/ы$/i.test(word)) return `${cut}ов`;
  if (/[гкх]и$/i.test(word) && !/ки$/i.test(word)) return `${cut}ов`;
  if (/ики$/i.test(word)) return `${cut}ов`;
  return null;
}
