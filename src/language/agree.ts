import { adjectiveShape } from "./adjective-look.ts";
import { adjectiveForm } from "./adjectives.ts";
import {
  type Declined,
  type Gender,
  type GrammaticalCase,
  type GrammaticalNumber,
  sure,
  unconfirmed,
} from "./types.ts";

/** What a word agrees with: gender, number, case, animacy. */
export type Agreement = {
  readonly gender: Gender;
  readonly number?: GrammaticalNumber;
  readonly case?: GrammaticalCase;
  readonly animate?: boolean;
};

/**
 * An adjective or participle that agrees: from any nominative form or from its stem («именуем», «действующ»).
 * Several words agree together: «временно исполняющий». Low confidence for a word that is no adjective by its look.
 */
export function agreed(
  word: string,
  { gender, number = "singular", case: name = "nominative", animate = false }: Agreement,
): Declined {
  const words = word.split(" ");
  const last = words.pop() ?? "";
  const before = words.map((one) => `${one} `).join("");
  const full = adjectiveShape(last) === null && /[бвгджзклмнпрстфхцчшщ]$/i.test(last) ? withEnding(last) : last;
  const text = before + adjectiveForm(full, { case: name, gender, number, animate });
  return adjectiveShape(full) === null
    ? unconfirmed(text, {
        ru: `«${word}» не похоже на прилагательное или причастие`,
        en: `“${word}” does not look like an adjective or a participle`,
      })
    : sure(text);
}

function withEnding(stem: string): string {
  return stem + (/[гкхжшщч]$/i.test(stem) ? "ий" : "ый");
}

/** Short adjectives that lose their «е»: «согласен» → «согласна». A participle on -ен keeps it. */
const FLEETING = /^(не)?(согласен|должен|нужен|верен|важен|доволен|известен)$|телен$/iu;

/**
 * Short participle or adjective: «утверждён» → «утверждена», «утверждено», «утверждены»; capitals stay («УТВЕРЖДЁН» → «УТВЕРЖДЕНА»).
 * The «ё» of the masculine becomes «е» under the moved stress of participles on -ён.
 */
export function shortForm(word: string, gender: Gender, number: GrammaticalNumber = "singular"): string {
  if (number === "singular" && gender === "masculine") return word;
  // «Действителен» → «действительна»: the «л» stays soft.
  const soft = /телен$/i.test(word) ? (/[ЕН]$/.test(word) ? "Ь" : "ь") : "";
  const stem = FLEETING.test(word)
    ? word.slice(0, -2) + soft + word.slice(-1)
    : word.replace(/ён$/, "ен").replace(/ЁН$/, "ЕН");
  const ending = number === "plural" ? "ы" : gender === "feminine" ? "а" : "о";
  return stem + (word === word.toUpperCase() ? ending.toUpperCase() : ending);
}
