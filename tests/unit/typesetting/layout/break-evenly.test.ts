import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textRun } from "../../../../src/typesetting/flow/index.ts";
import { type Box, boxesOf } from "../../../../src/typesetting/layout/boxes.ts";
import { breakBySense } from "../../../../src/typesetting/layout/break-by-sense.ts";
import { breakEvenly } from "../../../../src/typesetting/layout/break-evenly.ts";
import type { Broken, Measure } from "../../../../src/typesetting/layout/broken.ts";
import { type BoxPart, partsOf } from "../../../../src/typesetting/layout/divide.ts";
import { evenFonts, evenStyle } from "../../../support/even-fonts.ts";

const boxesIn = (text: string): Box[] => boxesOf([textRun(text)], evenStyle, evenFonts);
const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
/** Every way to part `count` things into lines, as the places where lines end. */
function waysOf(count: number): number[][] {
  const ways: number[][] = [];
  for (let bits = 0; bits < 1 << (count - 1); bits++) {
    const inside = Array.from({ length: count - 1 }, (_, at) => at + 1).filter((at) => (bits >> (at - 1)) & 1);
    ways.push([...inside, count]);
  }
  return ways;
}
type Way = { readonly cost: number; readonly ends: readonly number[] };
/** Costs of all ways that are allowed, the cheapest first: a line costs null where it is not. */
function priced(count: number, costOf: (from: number, to: number) => number | null): Way[] {
  return waysOf(count)
    .flatMap((ends): Way[] => {
      const costs = ends.map((to, index) => costOf(ends[index - 1] ?? 0, to));
      return costs.includes(null) ? [] : [{ cost: sum(costs.map(Number)), ends }];
    })
    .sort((one, other) => one.cost - other.cost);
}

describe("a justified paragraph as a whole", () => {
  /** What a line of these parts costs by the rule of the layout; null: it may not stand so. */
  function lineCost(
    parts: readonly BoxPart[],
    from: number,
    to: number,
    { room, used, space }: Measure,
  ): number | null {
    const line = parts.slice(from, to);
    const end = line.at(-1) as BoxPart;
    const hyphen = end.hyphenPt ?? 0;
    const inner = line.slice(0, -1).map(({ box }) => box);
    const taken = sum(inner.map(({ width, spaceWidth }) => width + spaceWidth)) + end.box.width + hyphen;
    const free = room - (from === 0 ? used : 0) - taken;
    const closes = to === parts.length || end.box.forced;
    if (free < -0.01 || inner.some(({ forced }) => forced) || (end.box.tight && !closes)) return null;
    const left = parts.slice(to);
    if (end.hyphenPt !== null && left.length === 1 && sum(left.map(({ box }) => box.end - box.start)) < 6) return null;
    const spaces = sum(inner.map(({ gaps, spaces }) => gaps + spaces.length)) + end.box.gaps;
    const stretch = closes ? 1 : spaces === 0 ? Number.POSITIVE_INFINITY : 1 + free / (spaces * space);
    const badness = 1 + 800 * (stretch - 1) ** 3 + (end.glued ? 2000 : 0) + (end.hyphenPt === null ? 0 : 1400);
    const ladder = from > 0 && parts[from - 1]?.hyphenPt != null && end.hyphenPt !== null;
    return badness ** 2 + (ladder ? 100_000 : 0);
  }
  const endsOf = (lines: readonly Broken[]): (number | undefined)[] => lines.map(({ boxes }) => boxes.at(-1)?.end);

  const word = fc.constantFrom(
    "да",
    "сад",
    "школа",
    "деятельность",
    "и\u00a0учёт",
    "образование",
    "119",
    "дом\nлес",
    "!",
  );
  it("costs no more than any other division of it", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 7, max: 26 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(1, 0.75),
        (words, room, used, space) => {
          const boxes = boxesIn(words.join(" "));
          const parts = boxes.flatMap(partsOf);
          fc.pre(parts.length <= 11);
          const measure = { room, used, space };
          const ways = priced(parts.length, (from, to) => lineCost(parts, from, to, measure));
          const finite = ways.filter(({ cost }) => Number.isFinite(cost));
          const lines = breakEvenly(boxes, measure);
          if (lines === null) {
            expect(finite).toEqual([]);
            return;
          }
          const ends = endsOf(lines);
          const own = ways.find((way) => String(way.ends.map((end) => parts[end - 1]?.box.end)) === String(ends));
          expect(own?.cost).toBeCloseTo(ways[0]?.cost ?? Number.NaN, 3);
          for (const { boxes, hyphen, last, cut } of lines) {
            expect(cut).toBe(false);
            const { end = 0, forced, pieces = [] } = boxes.at(-1) ?? {};
            expect(hyphen).toBe(pieces.at(-1)?.hyphen === true);
            expect(last).toBe(forced === true || end === boxesIn(words.join(" ")).at(-1)?.end);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("has none where a word fits no line, and fills a line to its last hair", () => {
    expect(breakEvenly(boxesIn("дом 1234567890"), { room: 9, used: 0, space: 1 })).toBeNull();
    // A line without spaces cannot be even.
    expect(breakEvenly(boxesIn("дом 1234567890"), { room: 10, used: 0, space: 1 })).toBeNull();
    expect(endsOf(breakEvenly(boxesIn("дом сад\n1234567890"), { room: 10, used: 3, space: 1 }) ?? [])).toEqual([7, 18]);
    expect(breakEvenly(boxesIn("дом сад\n1234567890"), { room: 10, used: 8, space: 1 })).toBeNull();
  });
});

describe("a requisite by its sense", () => {
  const ADJECTIVES = new Set(["средняя", "городского"]);
  /** What a line of these words costs; null: too long, or it ends between glued words. */
  function lineCost(words: readonly string[], [from, to]: readonly [number, number], room: number): number | null {
    const line = words.slice(from, to);
    const free = room - line.join(" ").length;
    if (free < -0.01) return null;
    const openBehind = (end: number): boolean => {
      const text = words.slice(0, end).join(" ");
      return text.split("«").length > text.split("»").length;
    };
    const inside = to > 0 && openBehind(to);
    const opensHere = line[0]?.startsWith("«") === true || (from > 0 && openBehind(from));
    const more = to < words.length;
    const single = line.length === 1 && !line[0]?.includes("\u00a0") ? 3 : 0;
    const figure = more && /^\d/.test(words[to] ?? "") ? 2 : 0;
    const adjective = more && ADJECTIVES.has(line.at(-1) ?? "") ? 1.5 : 0;
    const preposition = more && line.at(-1) === "по" ? 3 : 0;
    return 2 + (inside ? 6 + (opensHere ? 0 : 2) : 0) + single + figure + adjective + preposition + (free / room) ** 2;
  }

  it("costs no more than any other division of it", () => {
    const word = fc.constantFrom(
      "средняя",
      "школа",
      "«Луч",
      "света»",
      "«Дом»",
      "городского",
      "округа",
      "2025",
      "по",
      "№\u00a05",
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 10, max: 40 }),
        fc.integer({ min: 0, max: 5 }),
        (words, room, used) => {
          const boxes = boxesIn(words.join(" "));
          fc.pre(boxes.length === words.length);
          const ways = priced(words.length, (from, to) => lineCost(words, [from, to], room - (from === 0 ? used : 0)));
          const lines = breakBySense(boxes, { room, used, space: 1 });
          const isOne = words.join(" ").length <= room - used;
          if (isOne || lines === null) {
            expect(lines).toBeNull();
            if (!isOne) expect(ways).toEqual([]);
            return;
          }
          let end = 0;
          const ends = lines.map(({ boxes }) => (end += boxes.length));
          expect(ways.find((way) => String(way.ends) === String(ends))?.cost).toBeCloseTo(
            ways[0]?.cost ?? Number.NaN,
            6,
          );
          expect(lines.map(({ last }) => last)).toEqual(ends.map((one) => one === words.length));
          expect(lines.every(({ hyphen, cut }) => !hyphen && !cut)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("is divided part by part where it has forced breaks, and ends no line inside a word or before a closing mark", () => {
    const shown = (text: string, room: number): (string | undefined)[] | undefined =>
      breakBySense(boxesIn(text), { room, used: 0, space: 1 })?.map(({ boxes }) =>
        boxes
          .map(({ pieces, spaces }) => (pieces[0]?.text ?? "") + spaces)
          .join("")
          .trim(),
      );
    expect(shown("школа\nдом сад лес", 8)).toEqual(["школа", "дом", "сад лес"]);
    expect(shown("директору\nдиректору школы «Луч света»", 18)).toEqual([
      "директору",
      "директору школы",
      "«Луч света»",
    ]);
    expect(shown("научно-методический центр", 21)).toEqual(["научно-методический", "центр"]);
    expect(shown("научно-методический центр", 12)).toBeUndefined();
    expect(shown("школа сад !", 9)).toEqual(["школа", "сад !"]);
  });
});
