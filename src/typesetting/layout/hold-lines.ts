import type { ParagraphStyle } from "../../paperwork/schemas/index.ts";
import {
  type Flow,
  type FlowBlock,
  type FlowParagraph,
  type FlowRun,
  mapParagraphs,
  styleOf,
  textRun,
} from "../flow/index.ts";
import type { Fonts } from "../fonts/index.ts";
import { type Box, boxMaker, PROCESSOR, textOfRuns } from "./boxes.ts";
import { onFrom, upTo } from "./divide.ts";
import { heldBlanks } from "./hold-blanks.ts";
import type { Layout, LineEnd } from "./layout.ts";
import type { Unit } from "./line-breaks.ts";
import { partedCells } from "./parted-cells.ts";

const NBSP = "\u00a0";
const NO_BREAK_HYPHEN = "\u2011";
const JOINER = "\u2060";
const SOFT_HYPHEN = "\u00ad";
/** A line may end here. */
const OPENING = "\u200b";

/** By how much word processors of today narrow the spaces of a justified line to take one more word: measured in LibreOffice 25.2; Word 2013 and later do it by a tenth at most, if at all. */
const SHRINK = 0.25;
/** What rounding to twips adds up to over a line, pt. */
const NEAR = 0.3;
/** A line that has no more room left than this, pt, is full in one program and overfull in another one, each rounds in its own way. */
const FULL = 0.1;
/** Its last letters are set closer by so much together, pt, and those of a line that has to end early wider: that settles it. */
const SPACED = { letters: 4, pt: 0.4 };

/**
 * The flow for word processors, which break lines by themselves: the same words with plain spaces and hyphens, so that what is typed finds
 * them, and glue (U+00A0, U+2011, U+2060), an optional hyphen (U+00AD), an optional end (U+200B) or a few letters set by a hair closer or wider only where
 * a processor, with or without narrowed spaces, would end a line elsewhere than the layout did.
 */
export function holdLines({ flow, pages }: Layout, fonts: Fonts): Flow {
  const ends: Map<FlowParagraph, readonly LineEnd[]> = new Map();
  for (const { items } of pages)
    for (const item of items) {
      if (item.type !== "line" || item.owner === null) continue;
      const known = ends.get(item.owner) as LineEnd[] | undefined;
      if (known === undefined) ends.set(item.owner, [item.end]);
      else known.push(item.end);
    }
  const hold = (paragraph: FlowParagraph): FlowParagraph => {
    const own = ends.get(paragraph) ?? [];
    const formed = own.some(({ blanks }) => blanks !== undefined) ? heldBlanks(paragraph, own) : paragraph;
    const runs = heldRuns(formed, own, styleOf(paragraph, flow.profile), fonts);
    if (runs.some(({ type }) => type === "note"))
      return {
        ...formed,
        runs: runs.map((run) =>
          run.type === "note" && run.note !== undefined ? { ...run, note: hold(run.note) } : run,
        ),
      };
    return runs === formed.runs ? formed : { ...formed, runs };
  };
  const held = (block: FlowBlock): FlowBlock =>
    mapParagraphs(block.type === "table" ? partedCells(block, ends) : block, hold);
  return { ...flow, sections: flow.sections.map((section) => ({ ...section, blocks: section.blocks.map(held) })) };
}

/** What stands in the place of a character, by its place. */
type Edits = Map<number, string>;
/** By how much letters are set wider, pt, by their places. */
type Spacing = Map<number, number>;

function heldRuns(
  { runs: glued, label }: FlowParagraph,
  ends: readonly LineEnd[],
  style: ParagraphStyle,
  fonts: Fonts,
): readonly FlowRun[] {
  const runs = glued.some((run) => run.type === "text" && run.text.includes(NBSP))
    ? glued.map((run) => (run.type === "text" ? { ...run, text: run.text.replaceAll(NBSP, " ") } : run))
    : glued;
  const hyphen = (fonts.regular.widthOf("-") * style.sizePt) / 1000;
  const isFull = ({ freePt, hyphen: divides }: LineEnd): boolean => {
    const free = freePt - (divides ? hyphen : 0);
    return free < FULL && free > -FULL;
  };
  if (ends.length < 2 && !ends.some(isFull)) return runs;
  const text = textOfRuns(runs);
  const { units, boxOf } = boxMaker(runs, style, fonts, PROCESSOR);
  const space = (fonts.regular.widthOf(" ") * style.sizePt) / 1000;
  const justified = style.align === "justify" && runs.every(({ type }) => type !== "blank");
  const edits: Edits = new Map();
  const spacing: Spacing = new Map();
  let from = 0;
  let unit = 0;
  for (const [index, end] of ends.entries()) {
    const next = ends[index + 1];
    const opens = text[from] === " " ? from + 1 : from;
    const letters = { from: Math.max(opens, end.at - SPACED.letters), to: end.at };
    if (isFull(end)) setWider(spacing, letters, -SPACED.pt);
    if (next === undefined) break;
    // The space behind the number of an item counts as well.
    const spaces = countPlain(text, from, end.at, edits) + (index === 0 && label !== null && label.text !== "" ? 1 : 0);
    if (next.blanks?.opens === true) breakLine(text, end.at, edits);
    else if (text[end.at] !== "\n") {
      const give = justified ? SHRINK * space : 0;
      while ((units[unit]?.end ?? Number.POSITIVE_INFINITY) <= end.at) unit++;
      const held = holdLine({ text, units, opens: unit, boxOf, edits }, end, next, { space, hyphen, give, spaces });
      if (!held && give === 0) setWider(spacing, letters, SPACED.pt);
    }
    if (end.hyphen) edits.set(end.at - 1, `${edits.get(end.at - 1) ?? text[end.at - 1]}${SOFT_HYPHEN}`);
    from = end.at;
  }
  return edits.size + spacing.size === 0 ? runs : edited(runs, edits, spacing);
}

/** Spreads `pt` over the letters, in twips. */
function setWider(spacing: Spacing, { from, to }: { readonly from: number; readonly to: number }, pt: number): void {
  const own = (Math.sign(pt) * Math.ceil((Math.abs(pt) * 20) / (to - from))) / 20;
  for (let at = from; at < to; at++) spacing.set(at, own);
}

/** Ends a line by a break, in place of the space that stands there. */
function breakLine(text: string, at: number, edits: Edits): void {
  if (/^ *\n/.test(text.slice(at))) return;
  if (text[at] === " ") edits.set(at, "\n");
  else edits.set(at - 1, `${edits.get(at - 1) ?? text[at - 1]}\n`);
}

/** A text, the units of it, the first of which that stands in the next line is `opens`, and how boxes are made of them: a few of a line are asked for. */
type Held = {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly opens: number;
  readonly boxOf: (unit: Unit) => Box;
  readonly edits: Edits;
};
/** Width of a space and of a hyphen, what each space of a justified line may give, and how many the line has. */
type Spaces = { readonly space: number; readonly hyphen: number; readonly give: number; readonly spaces: number };

/** Glues to the beginning of the next line as much as it takes for none of it to fit behind the end of this one; false when all of it may. */
function holdLine(
  { text, units, opens, boxOf, edits }: Held,
  end: LineEnd,
  next: LineEnd,
  { space, hyphen, give, spaces }: Spaces,
): boolean {
  const first = units[opens];
  if (first === undefined) return true;
  const inside = first.start < end.at;
  if (inside && !end.hyphen) edits.set(end.at - 1, `${text[end.at - 1]}${OPENING}`);
  if (!end.hyphen) holdPath(text, end.at, next.at, edits);
  const free = end.freePt + NEAR;
  const before = units[opens - 1];
  let width = inside || before === undefined ? 0 : boxOf(before).spaceWidth;
  for (let index = opens; index < units.length; index++) {
    const box = boxOf(units[index] as Unit);
    width += widthBetween(box, end.at, next.at);
    const whole = box.end >= next.at;
    if (whole || !box.tight) {
      // Before a part of a word spaces are not narrowed.
      const part = whole && next.hyphen;
      const room = free + (part ? -hyphen : give * (spaces + countPlain(text, end.at, box.end, edits)));
      if (width > room) return true;
      // A word that is divided here or later on is not held by glue; too wide by a hair, it is by wider letters.
      const divides = next.hyphen || (end.hyphen && index === opens);
      if (give === 0 && divides && width > room - NEAR) return false;
      if (whole) {
        if (give === 0 || box.end > next.at || (index < units.length - 1 && !box.forced)) return false;
        // All that is left of the paragraph would fit: unseen spaces behind it take the room, a joiner behind them counts them in.
        const filler = NBSP.repeat(Math.ceil((room - width) / space + 0.1)) + JOINER;
        edits.set(box.end - 1, (text[box.end - 1] ?? "") + filler);
        return true;
      }
      glue(text, box, edits);
    }
    width += box.spaceWidth;
  }
  return true;
}

/**
 * Of a path or an address that is parted, nothing behind a slash goes up: LibreOffice ends lines there as well, but rather than behind a slash it
 * moves or tears the whole.
 */
function holdPath(text: string, from: number, to: number, edits: Edits): void {
  if (/\s/.test(text[from] ?? " ")) return;
  for (let at = from; at < to - 1 && !/\s/.test(text[at + 1] ?? " "); at++)
    if (text[at] === "/") edits.set(at, `/${JOINER}`);
}

/** Width of what of a box stands between two places of the text. */
function widthBetween(box: Box, from: number, to: number): number {
  const [start, end] = [Math.max(box.start, from), Math.min(box.end, to)];
  return start === box.start && end === box.end ? box.width : upTo(onFrom(box, start - box.start), end - start).width;
}

/** No line may end behind the box. */
function glue(text: string, { end, spaces }: Box, edits: Edits): void {
  for (let at = end; at < end + spaces.length; at++) edits.set(at, NBSP);
  if (spaces !== "") return;
  const last = text[end - 1] ?? "";
  edits.set(end - 1, last === "-" ? NO_BREAK_HYPHEN : last + JOINER);
}

/** Spaces that are still plain, from a place in the text up to another one. */
function countPlain(text: string, from: number, to: number, edits: Edits): number {
  let count = 0;
  for (let at = from; at < to; at++) if (text[at] === " " && !edits.has(at)) count++;
  return count;
}

function edited(runs: readonly FlowRun[], edits: Edits, spacing: Spacing): FlowRun[] {
  // Between these places a text goes over as it stands.
  const places = [...new Set([...edits.keys(), ...spacing.keys()])].sort((a, b) => a - b);
  let next = 0;
  let at = 0;
  return runs.flatMap((run): FlowRun[] => {
    const from = at;
    at += run.type === "break" ? 1 : run.text.length;
    if (run.type === "note" || run.type === "blank" || (run.type === "text" && run.checkBox !== undefined)) {
      // What holds a line stands behind the mark, which is a number, a tab or a check box of the word processor.
      const behind = edits.get(at - 1)?.slice(1) ?? "";
      return [run, ...withBreaks(textRun(behind))];
    }
    if (run.type !== "text") return [run];
    const parts: FlowRun[] = [];
    let text = "";
    let spacedPt = 0;
    const close = (): void => {
      parts.push(...withBreaks(spacedPt === 0 ? { ...run, text } : { ...run, text, spacedPt }));
      text = "";
    };
    let done = from;
    const plain = (to: number): void => {
      if (to === done) return;
      if (spacedPt !== 0) close();
      spacedPt = 0;
      text += run.text.slice(done - from, to - from);
    };
    while ((places[next] ?? at) < from) next++;
    for (; (places[next] ?? at) < at; next++) {
      const place = places[next] as number;
      plain(place);
      const own = run.sequence === undefined ? (spacing.get(place) ?? 0) : 0;
      if (own !== spacedPt) close();
      spacedPt = own;
      text += edits.get(place) ?? run.text[place - from];
      done = place + 1;
    }
    plain(at);
    close();
    return parts;
  });
}

function withBreaks(run: Extract<FlowRun, { readonly type: "text" }>): FlowRun[] {
  if (!run.text.includes("\n")) return run.text === "" ? [] : [run];
  return run.text
    .split(/(\n)/)
    .filter((part) => part !== "")
    .map((text) => (text === "\n" ? { type: "break" } : { ...run, text }));
}
