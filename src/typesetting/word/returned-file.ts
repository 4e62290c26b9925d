import type { Document, Element } from "@xmldom/xmldom";
import { text } from "../../base/diagnostics/index.ts";
import { align, type Pair, sharedWords } from "./align.ts";
import { shownFile } from "./alternatives.ts";
import { type Comment, commentsOf, hiddenWords } from "./beside-words.ts";
import { ListNumbers } from "./list-numbers.ts";
import { type Piece, piecesOf, plain } from "./pieces.ts";
import { labelChanges, renumberedIn } from "./renumbered.ts";
import { settle } from "./settle.ts";
import { NoWordFile, type WordFile } from "./word-file.ts";
import { attribute, childOf, isW, W } from "./xml.ts";

/** Who tracked a change, and on which day (YYYY-MM-DD, or empty). */
export type Reviser = { readonly author: string; readonly date: string };

/** What was done to a paragraph that had been sent; `at` is the index of the sent paragraph it stands in or behind, -1 before them all. */
export type ReturnedChange = {
  readonly at: number;
  /** The whole paragraph; null where it is new or gone. */
  readonly before: string | null;
  readonly after: string | null;
  /** Null: nobody tracked it, it was changed silently. */
  readonly tracked: readonly Reviser[] | null;
};

/** What a file that came back says otherwise than the one that was sent. */
export type ReturnedFile = {
  /** Sent paragraphs with words, in reading order. */
  readonly paragraphs: readonly string[];
  /** In the order of the text; a moved paragraph went in one place and came in another. */
  readonly changes: readonly ReturnedChange[];
  /** Of headers, footers and notes; `at` says nothing. */
  readonly around: readonly ReturnedChange[];
  readonly comments: readonly (Comment & { readonly at: number })[];
  /** Words that are there and not to be seen. */
  readonly hidden: readonly { readonly at: number; readonly text: string }[];
};

/**
 * Compares a file with what came back of it. Silent is what differs once everything that is tracked was taken back, tracked is the rest.
 * Looks are no changes, nor are numbers of pages that the word processor counted anew.
 *
 * @throws NoWordFile
 * @see ECMA-376, part 1, 17.13.4 and 17.13.5
 */
export function readReturned(sent: Uint8Array, returned: Uint8Array): ReturnedFile {
  const original = shownFile(returned);
  for (const name of ["altChunk", "subDoc", "dataBinding"])
    if (original.document.getElementsByTagNameNS(W, name).length > 0) throw new NoWordFile(ELSEWHERE);
  const [ours, base, last] = [settled(sent, "accept"), settled(returned, "reject"), settled(returned, "accept")];
  const silent = aligned(ours.text, base.text);
  const placesInBase = placesOf(silent, ({ index }) => index);
  const tracked = aligned(base.text, last.text);
  const placesInLast = placesOf(tracked, ({ index }) => placesInBase[index] ?? -1);
  const revisers = revisersIn(original.document);
  const changes = [
    ...changesIn(
      silent,
      ({ index }) => index,
      () => null,
    ),
    ...changesIn(
      tracked,
      ({ index }) => placesInBase[index] ?? -1,
      (pair) => revisersOf(pair, last.text, revisers),
    ),
  ];
  const renumbered = renumberedIn(silent);
  const placeOf = (element: Element): number =>
    placesInLast[last.text.findLastIndex(({ number }) => number <= (last.numbers.get(element) ?? -1))] ?? -1;
  const known = new Set(hiddenWords(ours.file).map(({ text }) => text));
  return {
    paragraphs: ours.text.map(({ text }) => text),
    // What is new stands behind what it follows.
    changes: [...changes, ...renumbered].sort(
      (a, b) => a.at - b.at || Number(a.before === null) - Number(b.before === null),
    ),
    around: [
      ...aroundChanges(ours.file, base.file, last.file, original),
      ...(renumbered.length > 0 ? [] : labelChanges(ours.file, original)),
    ],
    comments: commentsOf(last.file).map(({ paragraph, ...comment }) => ({ ...comment, at: placeOf(paragraph) })),
    hidden: hiddenWords(last.file)
      .filter(({ text }) => !known.has(text))
      .map(({ paragraph, text }) => ({ text, at: placeOf(paragraph) })),
  };
}

/** A paragraph with words: its place among such, and its number among all of the file before anything was settled. */
type Paragraph = {
  readonly index: number;
  readonly number: number;
  /** The number of a clause that its list prints before it. */
  readonly label: string;
  readonly text: string;
  readonly words: readonly string[];
};

const ELSEWHERE = text(
  "слова одной из его частей лежат вне текста; откройте его в Word и сохраните заново",
  "words of a part of it lie outside of the text; open it in Word and save it anew",
);

type Settled = {
  readonly file: WordFile;
  readonly text: readonly Paragraph[];
  readonly numbers: ReadonlyMap<Element, number>;
};

function settled(bytes: Uint8Array, how: "accept" | "reject"): Settled {
  const file = shownFile(bytes);
  const numbers = new Map(paragraphsOf(file.document).map((element, number) => [element, number]));
  for (const path of file.wordParts()) settle(file.part(path) as Document, how);
  return { file, numbers, text: textOf(file.document, numbers, new ListNumbers(file)) };
}

const paragraphsOf = (part: Document): Element[] => [...part.getElementsByTagNameNS(W, "p")];

function textOf(
  part: Document,
  numbers: ReadonlyMap<Element, number> = new Map(),
  lists: ListNumbers | null = null,
): Paragraph[] {
  return paragraphsOf(part)
    .map((element) => {
      const said = piecesOf(element, () => "").pieces.map(saidBy);
      return {
        number: numbers.get(element) ?? -1,
        label: lists?.next(element) ?? "",
        text: withoutPage(element, plain(said.join("")).trim()),
        words: said.filter((one) => one.trim() !== ""),
      };
    })
    .filter(({ text }) => text !== "")
    .map((paragraph, index) => ({ ...paragraph, index }));
}

/** A line of a table of contents ends in the number of a page, which programs write as a field or as digits. */
function withoutPage(paragraph: Element, words: string): string {
  const style = attribute(childOf(childOf(paragraph, "pPr"), "pStyle"), "val");
  return /^(?:TOC|Contents) ?\d$/i.test(style) ? words.replace(/\t\d+$/, "") : words;
}

/** What a piece says: letters of an equation and of a symbol's font as well, a sign for a picture. */
function saidBy({ key, text: words, parts }: Piece): string {
  if (COUNTED.test(key) && NUMBER.test(words)) return "";
  if (words !== "") return words;
  const things = parts.flatMap(({ content }) => (typeof content === "string" ? [] : content));
  return things
    .map((thing) =>
      isW(thing, "drawing", "pict", "object")
        ? PICTURE
        : isW(thing, "sym")
          ? String.fromCodePoint(Number.parseInt(attribute(thing, "char"), 16) || PLACEHOLDER)
          : [...thing.getElementsByTagNameNS(MATH, "t")].map((one) => one.textContent).join(""),
    )
    .join("");
}

const PICTURE = "\u25a3";
const PLACEHOLDER = 0xfffd;
/** Namespace of equations (ECMA-376, part 1, 22.1). */
const MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math";

/** What such a field may say; any other words in it are words. */
const NUMBER = /^[\s\dIVXLCDM–-]*$/i;

/** Fields that a word processor counts anew whenever it opens a file. */
const COUNTED = /^\0field (?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/;

function aligned(before: readonly Paragraph[], after: readonly Paragraph[]): Pair<Paragraph>[] {
  return align(before, after, {
    keyOf: ({ text }) => text,
    likeness: (one, other) => sharedWords(one.words, other.words),
  });
}

type PlaceOf = (before: Paragraph) => number;

/** For each later paragraph the sent one it stands in or behind. */
function placesOf(pairs: readonly Pair<Paragraph>[], placeOf: PlaceOf): number[] {
  let at = -1;
  return pairs.flatMap(({ before, after }) => {
    if (before !== undefined) at = placeOf(before);
    return after === undefined ? [] : [at];
  });
}

function changesIn(
  pairs: readonly Pair<Paragraph>[],
  placeOf: PlaceOf,
  trackedBy: (pair: Pair<Paragraph>) => readonly Reviser[] | null,
): ReturnedChange[] {
  let at = -1;
  return pairs.flatMap((pair) => {
    const { before, after } = pair;
    if (before !== undefined) at = placeOf(before);
    if (before?.text === after?.text) return [];
    return [{ at, before: before?.text ?? null, after: after?.text ?? null, tracked: trackedBy(pair) }];
  });
}

const REVISIONS = ["ins", "del", "moveFrom", "moveTo"];

/** Who changed each paragraph, its mark or its row. */
function revisersIn(part: Document): Reviser[][] {
  return paragraphsOf(part).map((paragraph) => {
    const row = ancestor(paragraph, "tr");
    const properties =
      row === undefined ? [] : [...row.getElementsByTagNameNS(W, "trPr")].filter((one) => one.parentNode === row);
    const marks = [paragraph, ...properties].flatMap((one) =>
      REVISIONS.flatMap((name) => [...one.getElementsByTagNameNS(W, name)]),
    );
    const around = REVISIONS.map((name) => ancestor(paragraph, name)).filter((one) => one !== undefined);
    return unique(
      [...around, ...marks].map((one) => ({
        author: attribute(one, "author"),
        date: attribute(one, "date").slice(0, 10),
      })),
    );
  });
}

function ancestor(element: Element, name: string): Element | undefined {
  for (let one = element.parentNode; one !== null; one = one.parentNode) if (isW(one, name)) return one;
  return undefined;
}

function unique(revisers: readonly Reviser[]): Reviser[] {
  return [...new Map(revisers.map((one) => [`${one.author}\0${one.date}`, one])).values()];
}

/** Of a paragraph that itself nobody touched, those who joined the ones before to it. */
function revisersOf(
  { before, after }: Pair<Paragraph>,
  last: readonly Paragraph[],
  revisers: readonly Reviser[][],
): Reviser[] {
  const own = [before, after].flatMap((one) => (one === undefined ? [] : (revisers[one.number] ?? [])));
  if (own.length > 0 || after === undefined) return unique(own);
  return unique(revisers.slice((last[after.index - 1]?.number ?? -1) + 1, after.number).flat());
}

/** Headers and footers by their place, notes all together. */
function aroundChanges(sent: WordFile, base: WordFile, last: WordFile, original: WordFile): ReturnedChange[] {
  const places = (file: WordFile): Map<string, string> =>
    new Map([
      ...file.edges(),
      ...["footnotes", "endnotes"].map((kind): [string, string] => [kind, file.related(kind) ?? ""]),
    ]);
  const [from, to] = [places(sent), places(original)];
  const changes = [...new Set([...from.keys(), ...to.keys()])].flatMap((place) => {
    const texts = [sent, base, last].map((file, side) => {
      const part = file.part((side === 0 ? from : to).get(place) ?? "");
      return part === undefined ? [] : textOf(part);
    }) as [Paragraph[], Paragraph[], Paragraph[]];
    const part = original.part(to.get(place) ?? "");
    const revisers = part === undefined ? [] : unique(revisersIn(part).flat());
    return [
      ...changesIn(
        aligned(texts[0], texts[1]),
        () => -1,
        () => null,
      ),
      ...changesIn(
        aligned(texts[1], texts[2]),
        () => -1,
        () => revisers,
      ),
    ];
  });
  return [...new Map(changes.map((one) => [JSON.stringify(one), one])).values()];
}
