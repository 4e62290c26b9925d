import type { Document, Element } from "@xmldom/xmldom";
import { text } from "../../base/diagnostics/index.ts";
import { carriers, keyOfThing } from "./carry.ts";
import { markBlocks, type Sides } from "./mark-blocks.ts";
import { linesOf } from "./reading.ts";
import { settle } from "./settle.ts";
import { DOCUMENT, NoWordFile, WordFile } from "./word-file.ts";
import { attribute, make, W } from "./xml.ts";

/** Whose changes they are; by default whoever the later file names as the one who saved it last. */
type RedlineHand = { readonly author?: string | undefined };

/**
 * The later file with everything that differs from the earlier one as tracked changes: words, paragraphs, moved paragraphs, rows and tables, notes,
 * headers and footers. Looks are those of the later file and are no changes. Changes that a file holds already are taken in before. The day of
 * the changes is that of the later file; equal files give equal bytes.
 *
 * @throws NoWordFile also when the changes taken in would not give the words of the later file, or taken back those of the earlier one
 * @see ECMA-376, part 1, 17.13.5
 */
export function redlineDocx(before: Uint8Array, after: Uint8Array, { author }: RedlineHand = {}): Uint8Array {
  const [earlier, later] = [new WordFile(before), new WordFile(after)];
  for (const file of [earlier, later])
    for (const path of file.wordParts()) settle(file.part(path) as Document, "accept");
  const said = [wordsOf(earlier), wordsOf(later)];
  const saved = later.saved();
  const sidesIn = sidesOf(earlier, later, { author: author ?? saved.author, date: saved.date });
  markBlocks(bodyOf(earlier.document), bodyOf(later.document), sidesIn(DOCUMENT, DOCUMENT));
  const edges = edgePairs(earlier, later);
  for (const [from, to] of edges) markBlocks(rootOf(earlier, from), rootOf(later, to), sidesIn(from, to));
  const bytes = later.pack();
  for (const [index, how] of (["reject", "accept"] as const).entries()) {
    const settled = new WordFile(bytes);
    for (const path of settled.wordParts()) settle(settled.part(path) as Document, how);
    // Headers that only one of the files has stay as they are.
    const parts = [DOCUMENT, ...edges.map(([from, to]) => [from, to][index] as string)];
    const given = [DOCUMENT, ...edges.map(([, to]) => to)].flatMap((path) => linesOf(settled.part(path) as Document));
    const wanted = parts.flatMap((path) => said[index]?.get(path) ?? []);
    if (given.join("\n") !== wanted.join("\n")) throw new NoWordFile(NOT_UNDERSTOOD);
  }
  return bytes;
}

const NOT_UNDERSTOOD = text(
  "в нём есть разметка, которую программа не понимает; сохраните его в Word заново или сравните средствами Word",
  "it holds markup that the program does not understand; save it anew in Word, or compare the files in Word",
);

/** Lines of every part that holds words. */
function wordsOf(file: WordFile): Map<string, readonly string[]> {
  return new Map(file.wordParts().map((path) => [path, linesOf(file.part(path) as Document)]));
}

const bodyOf = (document: Document): Element => document.getElementsByTagNameNS(W, "body")[0] as Element;

const rootOf = (file: WordFile, path: string): Element => file.part(path)?.documentElement as Element;

/** Headers and footers of the same place; each part once. */
function edgePairs(earlier: WordFile, later: WordFile): [string, string][] {
  const [edges, seen] = [earlier.edges(), new Set<string>()];
  return [...later.edges()].flatMap(([place, path]): [string, string][] => {
    const from = edges.get(place);
    if (from === undefined || seen.has(path) || earlier.part(from) === undefined || later.part(path) === undefined)
      return [];
    seen.add(path);
    return [[from, path]];
  });
}

/** Makes what a pair of parts is marked with; changes are numbered on through all of them. */
function sidesOf(
  earlier: WordFile,
  later: WordFile,
  hand: { readonly author: string; readonly date: string },
): (from: string, to: string) => Sides {
  let number = 0;
  for (const path of later.wordParts())
    for (const one of (later.part(path) as Document).getElementsByTagNameNS(W, "*"))
      number = Math.max(number, Number(attribute(one, "id")) || 0);
  // LibreOffice takes changes of one author and minute at both sides of the end of a paragraph for one, the end of the paragraph among it.
  let minute = 0;
  const nextParagraph = (): void => {
    minute = 2 - minute;
  };
  const revision: Sides["revision"] = (near, name) => {
    number += 1;
    return make(near, name, {
      id: `${number}`,
      author: hand.author,
      ...(hand.date === "" ? {} : { date: `${hand.date}T00:0${minute}:00Z` }),
    });
  };
  const carryFrom = carriers(earlier, later);
  return (from, to) => ({
    revision,
    nextParagraph,
    carry: carryFrom(from, to),
    keyBefore: (thing) => keyOfThing(thing, { file: earlier, path: from }),
    keyAfter: (thing) => keyOfThing(thing, { file: later, path: to }),
  });
}
