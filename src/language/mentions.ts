import { folded } from "../base/text/index.ts";

/** Endings of nouns and adjectives in any case and number. */
const ENDING = /(?:[иы]ми|[ыи]й|[аяоеуюыи][яеюйх]?|[ьй])$/;

/** True when a text names the thing, in whatever case and number: `mentions("Муниципальные семинары", "семинар")`. */
export function mentions(text: string, thing: string): boolean {
  return mentionAt(text, thing) >= 0;
}

/** Where a text names the thing; -1 when it does not. */
export function mentionAt(text: string, thing: string): number {
  const stems = folded(thing)
    .split(/[\s-]+/)
    .map((word) => `${(word.length > 4 ? word.replace(ENDING, "") : word).replace(/[^а-яa-z0-9]/g, "")}[а-я]{0,3}`);
  return folded(text).search(new RegExp(`(?<![а-яa-z])${stems.join("[\\s-]+")}(?![а-яa-z])`));
}
