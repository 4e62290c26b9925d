import type { Document, Element } from "@xmldom/xmldom";
import { align, sharedWords } from "./align.ts";
import { shownFile } from "./alternatives.ts";
import { commentsOf } from "./beside-words.ts";
import { ListNumbers } from "./list-numbers.ts";
import { lineOf } from "./reading.ts";
import { settle } from "./settle.ts";
import type { WordFile } from "./word-file.ts";
import { childOf, elementsOf, isW, W } from "./xml.ts";

/** A copy that somebody has edited, by the lines of the text that it is a copy of. */
type EditedLines = {
  readonly lines: readonly string[];
  /** Paragraphs in which changes were tracked: they are taken as accepted. */
  readonly tracked: number;
  /** Comments in the margin, which are no words of the text. */
  readonly comments: number;
};

/** A paragraph or a row of a table with words: the number that its list prints, and what it says. */
type Said = { readonly label: string; readonly text: string };

/**
 * The lines of a text as an edited copy of its file has them. A word processor counts clauses anew as soon as one comes or goes: those that were there
 * keep their numbers, and a new one gets the next number, or one under that of the clause before it («5.1»).
 *
 * @param ours the file that the copy was made from
 * @param lines of our text, with the numbers of clauses
 * @throws NoWordFile
 */
export function editedLines(ours: Uint8Array, copy: Uint8Array, lines: readonly string[]): EditedLines {
  const edited = shownFile(copy);
  const comments = commentsOf(edited).length;
  const tracked = [...edited.document.getElementsByTagNameNS(W, "p")].filter(isTracked).length;
  const [before, after] = [saidIn(shownFile(ours)), saidIn(edited)];
  const lineOfOurs = linesByPlace(before, lines);
  const numbers = new GivenNumbers(before);
  const found: string[] = [];
  let written = 0;
  const upTo = (line: number): void => {
    // What the file shows in another way than the text (a date line, a signature) is as it was.
    for (; written < line; written += 1) if (!lineOfOurs.includes(written)) found.push(lines[written] as string);
  };
  for (const pair of align(numbered(before), numbered(after), { keyOf: ({ text }) => text, likeness })) {
    const line = pair.before === undefined ? undefined : lineOfOurs[pair.before.index];
    if (line !== undefined) upTo(line);
    // What went leaves its number to nobody.
    if (pair.after === undefined) continue;
    const label = numbers.of(pair.before?.index, pair.after);
    const same = pair.before?.text === pair.after.text && (line === undefined || !/^\d+\)$/.test(label));
    if (!same) found.push(joined(label, pair.after.text));
    else if (line !== undefined) found.push(lines[line] as string);
  }
  upTo(lines.length);
  return { lines: found, tracked, comments };
}

const numbered = (said: readonly Said[]): (Said & { readonly index: number })[] =>
  said.map((one, index) => ({ ...one, index }));

const joined = (label: string, text: string): string => (label === "" ? text : `${label} ${text}`);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const likeness = (one: Said, other: Said): number => sharedWords(wordsOf(one.text), wordsOf(other.text));

/** For each thing said by our file the line of our text; a line that the file shows in another way is nobody's. */
function linesByPlace(said: readonly Said[], lines: readonly string[]): (number | undefined)[] {
  const found: (number | undefined)[] = [];
  const texts = lines.map((line, index) => ({ text: flat(line), index }));
  const pairs = align(
    numbered(said).map(({ label, text, index }) => ({ text: flat(joined(label, text)), index })),
    texts,
    { keyOf: ({ text }) => text, likeness: (one, other) => sharedWords(wordsOf(one.text), wordsOf(other.text)) },
  );
  for (const { before, after } of pairs) if (before !== undefined) found[before.index] = after?.index;
  return found;
}

const flat = (line: string): string =>
  line
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/\u2011/g, "-")
    .trim();

function saidIn(file: WordFile): Said[] {
  settle(file.document, "accept");
  const numbers = new ListNumbers(file);
  return said(file.document as Document, numbers);
}

function said(part: Document, numbers: ListNumbers): Said[] {
  const found: Said[] = [];
  const wordsIn = (paragraph: Element): Said => ({
    label: numbers.next(paragraph),
    text: lineOf(paragraph)
      .replace(/\s*\n\s*/g, " ")
      .trim(),
  });
  const read = (container: Element): void => {
    for (const one of elementsOf(container)) {
      if (isW(one, "sdt")) read(childOf(one, "sdtContent") ?? one);
      else if (isW(one, "p")) found.push(wordsIn(one));
      else if (isW(one, "tbl")) for (const row of one.getElementsByTagNameNS(W, "tr")) found.push(rowOf(row, wordsIn));
    }
  };
  read(part.getElementsByTagNameNS(W, "body")[0] as Element);
  return found.filter(({ text }) => text.replace(/[|\s]/g, "") !== "");
}

function rowOf(row: Element, wordsIn: (paragraph: Element) => Said): Said {
  const cells = elementsOf(row).filter((one) => isW(one, "tc"));
  const texts = cells.map((cell) =>
    [...cell.getElementsByTagNameNS(W, "p")]
      .map(wordsIn)
      .map(({ label, text }) => joined(label, text))
      .join(" ")
      .trim(),
  );
  return { label: "", text: texts.join(" | ") };
}

const REVISIONS = ["ins", "del", "moveFrom", "moveTo"];

function isTracked(paragraph: Element): boolean {
  return REVISIONS.some((name) => paragraph.getElementsByTagNameNS(W, name).length > 0);
}

const DECIMAL = /^\d+(?:\.\d+)*\.$/;

/** Numbers of clauses: those that were there keep theirs, what comes between them gets one of its own. */
class GivenNumbers {
  readonly #ours: readonly string[];
  /** Behind which place of ours what comes now stands, the number before it, and the numbers given since. */
  #at = -1;
  #last = "";
  readonly #given = new Set<string>();

  constructor(ours: readonly Said[]) {
    this.#ours = ours.map(({ label }) => label);
  }

  /** @param before place of ours that it stands in */
  of(before: number | undefined, { label: own, text }: Said): string {
    if (before !== undefined) {
      this.#at = before;
      const label = this.#ours[before] as string;
      if (!DECIMAL.test(label)) return own;
      this.#last = label;
      this.#given.clear();
      // A number that was typed in place of the one of the list stands among the words.
      return own === "" && /^\d+(?:\.\d+)*\.\s/.test(text) ? "" : label;
    }
    if (!DECIMAL.test(own) || this.#last === "") return own;
    this.#last = this.#after(own.split(".").length - 1);
    this.#given.add(this.#last);
    return this.#last;
  }

  /** The number of a clause of this depth that comes behind the last one. */
  #after(depth: number): string {
    const last = this.#last.split(".").slice(0, -1);
    if (last.length < depth) return this.#free([...last, ...Array.from({ length: depth - last.length }, () => "1")]);
    const before = last.slice(0, depth);
    const next = [...before.slice(0, -1), `${Number(before.at(-1)) + 1}`];
    return this.#isTaken(next) ? this.#free([...before, "1"]) : this.#free(next);
  }

  #free(number: readonly string[]): string {
    let free = number;
    while (this.#isTaken(free)) free = [...free.slice(0, -1), `${Number(free.at(-1)) + 1}`];
    return `${free.join(".")}.`;
  }

  /** Has it been given, or does a clause of ours have it before the numbers begin anew? */
  #isTaken(number: readonly string[]): boolean {
    const wanted = `${number.join(".")}.`;
    if (this.#given.has(wanted)) return true;
    let last = Number.parseInt(this.#last, 10);
    for (const label of this.#ours.slice(this.#at + 1)) {
      if (!DECIMAL.test(label)) continue;
      if (Number.parseInt(label, 10) < last || label === this.#last) return false;
      if (label === wanted) return true;
      last = Number.parseInt(label, 10);
    }
    return false;
  }
}
