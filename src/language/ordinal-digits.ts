import { adjectiveShape } from "./adjective-look.ts";
import { nounEntry } from "./noun-entry.ts";
import type { Slot } from "./phrase-slots.ts";
import { bare, type Token } from "./phrase-tokens.ts";
import type { GrammaticalCase } from "./types.ts";

/** True for an ordinal in digits with its ending: «2-й», «1-я», «9-е». */
export function isOrdinalInDigits(text: string): boolean {
  return /^\d+-[йяе]$/.test(text);
}

const DIGITS: { readonly [ending: string]: string } = {
  й: "го му * м м",
  я: "й й ю й й",
  е: "го му е м м",
  многие: "х м * ми х",
};
const ROW: readonly GrammaticalCase[] = ["genitive", "dative", "accusative", "instrumental", "prepositional"];

/** «2-й этап» – «2-го этапа»; what «9-е» is, its noun says. */
export function digitsSlot(token: Token, next: Token): Slot {
  const [, digits = "", ending = ""] = /^(\d+-)(.)$/.exec(token.text) ?? [];
  const { word } = bare(next);
  const many = (adjectiveShape(word) ?? nounEntry(word, { animate: null }))?.number === "plural";
  const row = (DIGITS[many ? "многие" : ending] ?? "").split(" ");
  return {
    role: "agrees",
    text: token.text,
    form: (name, _number, { animate }) => {
      const own = row[ROW.indexOf(name)] ?? ending;
      return `${token.space}${digits}${own === "*" ? (animate ? row[0] : ending) : own}`;
    },
  };
}
