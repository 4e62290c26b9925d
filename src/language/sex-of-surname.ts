import { folded } from "../base/text/index.ts";
import { isForeign, isPossessive, mayBeRegion } from "./possessive-surname.ts";
import { isKnown, isListed } from "./surname-lists.ts";
import type { Sex } from "./types.ts";

/** The gender that a surname alone shows: Иванова, Островский; null for one that may be of either, and for what may be a noun. */
export function sexOfSurname(surname: string): Sex | null {
  const word = folded(surname.split("-").at(-1) ?? "");
  if (/(ов|ев|ын|ин)а$/.test(word) && word.length > 4) {
    const man = word.slice(0, -1);
    const noun =
      isListed(word, "nounLikePossessive") ||
      (isKnown(word, "nounOnPossessiveA") && !isListed(man, "russianPossessive"));
    return !noun && isPossessive(man) && !isForeign(man) && !mayBeRegion(man) ? "feminine" : null;
  }
  if (/[сц]кая$/.test(word) && word.length > 5) return "feminine";
  if (/(ов|ев|ин|ын)$/.test(word) && word.length > 4)
    return isPossessive(word) && !isForeign(word) && !isKnown(word, "nounOnPossessive") ? "masculine" : null;
  return /[сц]кий$/.test(word) && word.length > 5 ? "masculine" : null;
}
