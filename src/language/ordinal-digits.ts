import { adjectiveShape } from "./adjective-look.ts";
import { nounEntry } from "./noun-entry.ts";
import type { Slot } from "./phrase-slots.ts";
import { bare, type Token } from "./phrase-tokens.ts";
import type { GrammaticalCase } from "./types.ts";

const DIGITS: { readonly [ending: string]: string } = {
  й: "го му * м м",
  я: "й й ю й й",
  е: "го му е м м",
  многие: "х м * ми х",
};
const ROW: readonly GrammaticalCase[] = ["genitive", "dative", "accusative", "instrumental", "prepositional"];
const GENDER = { й: "masculine", я: "feminine", е: "neuter" } as const;

/**
 * An ordinal in digits: «2-й этап» – «2-го этапа»; what «9-е» is, its noun says. Null where the sign is none, or where its ending is not that of the
 * nominative that follows: «1-й смены».
 */
export function digitsSlot(token: Token, next: Token): Slot | null {
  const [, digits = "", ending = ""] = /^(\d+-)([йяе])$/.exec(token.text) ?? [];
  if (digits === "") return null;
  const { word } = bare(next);
  const noun = adjectiveShape(word) ?? nounEntry(word, { animate: null });
  const many = noun?.number === "plural";
  const fits = many ? ending === "е" : (noun?.gender ?? null) === null || noun?.gender === GENDER[ending as "й"];
  if (!fits) return null;
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
