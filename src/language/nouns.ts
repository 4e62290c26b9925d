import { COMMON_PLURALS, type NounTraits } from "./common-nouns.ts";
import { type Endings, endings } from "./endings.ts";
import { remembering } from "./remembering.ts";
import type { Gender, GrammaticalCase } from "./types.ts";

/** Enough for every head of a large set. */
const REMEMBERED = 3000;
const VELAR_OR_HUSHING = /[гкхжшщч]$/i;

/** Singular case form of a noun given in the nominative. «*» in the accusative repeats the genitive or the nominative. The paradigm is chosen by the ending and the gender. */
export function declineNoun(word: string, grammaticalCase: GrammaticalCase, traits: NounTraits): string {
  if (grammaticalCase === "nominative") return word;
  const { stem, endings } = paradigmOf[traits.gender](word);
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

const paradigmOf = {
  masculine: remembering(REMEMBERED, (word) => paradigm(word, "masculine")),
  feminine: remembering(REMEMBERED, (word) => paradigm(word, "feminine")),
  neuter: remembering(REMEMBERED, (word) => paradigm(word, "neuter")),
};

function paradigm(word: string, gender: Gender): { readonly stem: string; readonly endings: Endings } {
  const last = word.slice(-1).toLowerCase();
  const cut = word.slice(0, -1);
  const of = (row: string, stem = cut): { readonly stem: string; readonly endings: Endings } => ({
    stem,
    endings: endings(row),
  });
  if (/ия$/i.test(word)) return of("и и ю ей и");
  if (/ие$/i.test(word)) return of("я ю е ем и");
  if (/ье$/i.test(word)) return of("я ю е ем е");
  if (/ий$/i.test(word)) return of("я ю * ем и");
  if (last === "а") return of(`${VELAR_OR_HUSHING.test(cut) ? "и" : "ы"} е у ${/[жшщчц]$/i.test(cut) ? "ей" : "ой"} е`);
  if (last === "я") return of("и е ю ей е");
  if (last === "о") return of("а у о ом е");
  if (last === "е") return of(/[жшщчц]$/i.test(cut) ? "а у е ем е" : "я ю е ем е");
  if (last === "ь" && gender === "feminine") return of("и и ь ью и");
  const stem = FLEETING[word];
  if (last === "ь" || last === "й") return of(`я ю * ${STRESSED.has(word) ? "ём" : "ем"} е`, stem);
  return of(`а у * ${/[жшщчц]$/i.test(word) && !STRESSED.has(word) ? "ем" : "ом"} е`, stem ?? word);
}
