import type { Place } from "../../base/diagnostics/index.ts";
import { isDay, numericDate } from "../../base/text/index.ts";
import type { WordChange } from "../document/index.ts";
import { allRecords, type ContentRecord, type Dossier } from "../records/index.ts";

/** A value that words of a document are printed from. */
type Value = { readonly words: readonly string[]; readonly at: () => Place };

/** Words of context that are asked for on either side. */
const CONTEXT = 3;
/** A shorter word stands in too many values: it has to be all of one. */
const TELLING = 4;

/** Whether two words are one: to the letter, or but for their endings. */
type Sameness = (one: string, two: string) => boolean;

/**
 * The value that a change of printed words comes from: of the document's own record or of those it was made from, to the letter or declined. Null
 * where none has the new words: a template writes them.
 * @param sources the records a document was made from, inside their folder
 */
export function changedValue(
  change: WordChange,
  record: ContentRecord,
  { dossier, sources }: { readonly dossier: Dossier; readonly sources: readonly string[] },
): Place | null {
  const wanted = changedWords(change);
  if (wanted.after.length === 0) return null;
  const others = allRecords(dossier).filter((one) => one.source !== record.source && sources.includes(one.source));
  const values = [record, ...others].flatMap(valuesOf);
  for (const isSame of [toTheLetter, declined]) {
    let best: { readonly value: Value; readonly matched: number } | null = null;
    for (const value of values) {
      const matched = matchedIn(value.words, wanted, isSame);
      if (matched > (best?.matched ?? 0)) best = { value, matched };
    }
    if (best !== null) return best.value.at();
  }
  return null;
}

/** Words of a change without what is the same on both its sides: initials that stand beside a changed surname. */
export function changedWords({ lead, before, after, tail }: WordChange): WordChange {
  const [was, is] = [before.flatMap(wordsOf), after.flatMap(wordsOf)];
  let [from, to] = [0, 0];
  while (from < Math.min(was.length, is.length) && was[from] === is[from]) from++;
  while (to < Math.min(was.length, is.length) - from && was.at(-1 - to) === is.at(-1 - to)) to++;
  return {
    lead: [...lead.slice(-CONTEXT).flatMap(wordsOf), ...is.slice(0, from)],
    before: was.slice(from, was.length - to),
    after: is.slice(from, is.length - to),
    tail: [...is.slice(is.length - to), ...tail.slice(0, CONTEXT).flatMap(wordsOf)],
  };
}

/** How many words of a change, and of those around it, a value has in a row; 0 where it has not the new words, or still has the old ones. */
function matchedIn(words: readonly string[], { lead, before, after, tail }: WordChange, isSame: Sameness): number {
  const has = (run: readonly string[]): boolean => run.length > 0 && isIn(words, run, isSame);
  if (has(before) && !isIn(after, before, isSame)) return 0;
  // Of words that a template puts around a value, the value is a part.
  if (!has(after)) {
    const isPart = words.join("").length >= TELLING && isIn(after, words, isSame) && !isIn(before, words, isSame);
    return isPart ? words.length : 0;
  }
  for (let context = CONTEXT; context > 0; context--) {
    const left = lead.slice(-context);
    const right = tail.slice(0, context);
    for (const run of [
      [...left, ...after, ...right],
      [...left, ...after],
      [...after, ...right],
    ])
      if (run.length > after.length && has(run)) return run.length;
  }
  return after.join("").length >= TELLING || words.length === after.length ? after.length : 0;
}

function isIn(words: readonly string[], run: readonly string[], isSame: Sameness): boolean {
  return words.some((_, at) => run.every((word, index) => isSame(words[at + index] ?? "", word)));
}

function toTheLetter(one: string, two: string): boolean {
  return one === two;
}

/** Endings are of three letters at most, in each part of a double name: «Луговую-Полевую», «Луговая-Полевая»; a sentence begins with a capital. */
function declined(one: string, two: string): boolean {
  const [parts, others] = [one.toLowerCase().split("-"), two.toLowerCase().split("-")];
  return (
    parts.length === others.length &&
    parts.every((part, index) => {
      const other = others[index] ?? "";
      const stem = Math.max(part.length, other.length) - 3;
      return part === other || (stem >= 3 && part.slice(0, stem) === other.slice(0, stem));
    })
  );
}

function valuesOf(record: ContentRecord): Value[] {
  return record.spans.map(({ start, end }) => {
    const text = record.text.slice(start, end).replace(/^["']|["']$/g, "");
    return { words: wordsOf(isDay(text) ? numericDate(text) : text), at: () => record.placeAt(start, end) };
  });
}

/** Words, also those that an unbreakable space holds together. */
function wordsOf(text: string): string[] {
  return text
    .split(/[\s\u00a0]+/)
    .map(plain)
    .filter((word) => word !== "");
}

/** A word without what stands around it in a sentence: quotation marks, brackets, commas, full stops. */
function plain(word: string): string {
  return word.replace(/[‑–—]/g, "-").replace(/^[«»„“”"'([]+|[«»„“”"')\],.;:]+$/g, "");
}
