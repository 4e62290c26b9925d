import { describe, expect, it } from "vitest";
import { textRun } from "../../../../src/typesetting/flow/index.ts";
import { type Box, boxesOf } from "../../../../src/typesetting/layout/boxes.ts";
import { stretchOf, widthOf } from "../../../../src/typesetting/layout/broken.ts";
import { type Division, divideBox, joined, partsOf, textOf } from "../../../../src/typesetting/layout/divide.ts";
import { fillLine } from "../../../../src/typesetting/layout/fill-line.ts";
import { evenFonts, evenStyle } from "../../../support/even-fonts.ts";

const boxesIn = (text: string): Box[] => boxesOf([textRun(text)], evenStyle, evenFonts);
const boxIn = (text: string): Box => boxesIn(text)[0] as Box;

describe("a box that is parted", () => {
  const shown = (text: string, room: number, division: Division, line = 0): string | null => {
    const divided = divideBox(boxIn(text), room, division, line);
    return divided && `${textOf(divided.here)}|${textOf(divided.rest)}`;
  };

  it.each([
    ["spaces", "и\u00a0образование", 9, "и|образование"],
    ["spaces", "в\u00a0и\u00a0учёт", 9, "в и|учёт"],
    ["spaces", "образование", 9, null],
    ["long", "образование", 4, null],
    ["long", "образование", 5, "обра-|зование"],
    ["long", "и\u00a0образование", 4, "и|образование"],
    ["words", "образование", 2.98, null],
    ["words", "образование", 2.99, "об-|разование"],
    ["words", "образование", 9, "образова-|ние"],
    ["words", "и\u00a0образование", 9, "и образо-|вание"],
    ["words", "Образование", 9, null],
    ["words", "приём-передача", 9, null],
    ["words", "школа", 4, null],
    ["words", "образование.рф", 9, null],
    ["any", "Образование", 9, "Образова-|ние"],
    ["any", "119-ОД", 4, null],
    ["letters", "Школа", 4, "Шко-|ла"],
    ["letters", "№\u00a05", 2, null],
    ["letters", "образование", 4, "обр-|азование"],
    ["letters", "в\u00a0и\u00a0учёт", 9, "в и уч-|ёт"],
  ] as const)("%s: «%s» in %d", (division, text, room, expected) => {
    expect(shown(text, room, division)).toBe(expected);
  });

  it("measures no word of thousands of letters anew at each of them", () => {
    let measured = 0;
    const counting = {
      ...evenFonts.regular,
      widthOf: (text: string): number => {
        measured += text.length;
        return evenFonts.regular.widthOf(text);
      },
    };
    const word = "образование".repeat(500);
    const [box] = boxesOf([textRun(word)], evenStyle, { ...evenFonts, regular: counting });
    divideBox(box as Box, 40, "letters");
    expect(measured).toBeLessThan(10 * word.length);
    measured = 0;
    partsOf(box as Box);
    expect(measured).toBeLessThan(10 * word.length);
  });

  it("rather ends at a space or a sign where the rest then fits a line", () => {
    expect(shown("организация/служба", 13, "any", 13)).toBe("организация/|служба");
    expect(shown("организация/служба", 18, "any", 18)).toBe("организация/|служба");
    expect(shown("служба/организация", 12, "any", 11)).toBe("служба/|организация");
    expect(shown("служба/организация", 12, "any", 10)).toBe("служба/орга-|низация");
    expect(shown("организация/служба", 10, "any", 18)).toBe("организа-|ция/служба");
  });

  it("knows where its parts stand, how wide they are and what is behind them", () => {
    const divided = divideBox(boxIn("и\u00a0в\u00a0образование !"), 10, "words");
    expect(divided?.here).toMatchObject({ start: 0, end: 8, width: 9, reach: 9, gaps: 2, spaces: "", tight: false });
    expect(divided?.rest).toMatchObject({ start: 8, end: 15, width: 7, reach: 7, gaps: 0, spaces: " ", tight: true });
    expect(divided?.here.pieces.map(({ text, hyphen }) => [text, hyphen])).toEqual([
      ["и в обра", undefined],
      ["-", true],
    ]);
  });

  it("is whole again without the hyphen", () => {
    const word = boxIn("и\u00a0образование");
    const { here, rest } = divideBox(word, 9, "words") ?? { here: word, rest: word };
    const whole = joined(here, rest);
    expect(textOf(whole)).toBe("и образование");
    expect(whole).toMatchObject({ start: 0, end: 13, width: 13, reach: 13, gaps: 1 });
  });

  it("keeps its looks: parts of several runs are of their pieces", () => {
    const runs = ["обра", "зование"].map((text, index) => ({ ...textRun(text), bold: index === 1 }));
    const [box] = boxesOf(runs, evenStyle, evenFonts);
    const divided = divideBox(box as Box, 7, "words");
    expect(divided?.here.pieces.map(({ text, face }) => [text, face.name])).toEqual([
      ["обра", "regular"],
      ["зо", "bold"],
      ["-", "bold"],
    ]);
    expect(divided?.rest.pieces.map(({ text }) => text)).toEqual(["вание"]);
  });

  it("is the row of all its parts: a space is behind a glued word, a hyphen behind a syllable", () => {
    const parts = (text: string): unknown[] =>
      partsOf(boxIn(text)).map(({ box, glued, hyphenPt }) => [
        textOf(box) + box.spaces,
        box.start,
        box.spaceWidth,
        glued,
        hyphenPt,
      ]);
    expect(parts("и\u00a0учение дом")).toEqual([
      ["и ", 0, 1, true, null],
      ["уче", 2, 0, false, 1],
      ["ние ", 5, 1, false, null],
    ]);
    expect(parts("Школа\nдом")).toEqual([["Школа", 0, 0, false, null]]);
  });
});

describe("a line that is filled", () => {
  const filled = (text: string, room: number, used = 0, start = 0): string => {
    const { end, cut } = fillLine(boxesIn(text), start, room, used);
    return cut === null ? `${end}` : `${end}: ${textOf(cut.here)}|${textOf(cut.rest)}`;
  };

  it.each([
    ["ends before a word that does not fit", "дом сад лес", 7, "2"],
    ["holds all where there is room", "дом сад", 20, "2"],
    ["ends behind a forced break", "дом\nсад", 20, "1"],
    ["moves a word with the mark behind it", "дом сад ! лес", 8, "1"],
    ["ends before a mark whose space does not fit", "дом сад ! лес", 7, "2"],
    ["ends so with all of many spaces, too", "(  дом сад", 1, "1"],
    ["cuts what stands behind a mark that opens it", "( дом сад", 4, "1: до|м"],
    ["leaves a character at least", "1234567", 0.5, "0: 1|234567"],
    ["cuts at the last character that fits", "1234567", 3, "0: 123|4567"],
    ["takes signs over with the last figure", "12345)», дом", 6, "0: 1234|5)»,"],
    ["but not where it is the first, too", "1)», дом", 2, "0: 1)|»,"],
    ["takes a single character that is too wide", "Ы дом", 0.5, "1"],
  ])("%s", (_, text, room, expected) => expect(filled(text, room)).toBe(expected));

  it("counts what is taken of it, and from its own first word on", () => {
    expect(filled("дом сад лес", 9, 3)).toBe("1");
    expect(filled("дом сад лес", 10, 3)).toBe("2");
    expect(filled("дом сад лес", 7, 0, 1)).toBe("3");
    expect(filled("1234567", 3, 3)).toBe("0: 1|234567");
  });

  it("keeps room for letters that lean", () => {
    const [box] = boxesOf([{ ...textRun("12345678"), italic: true }], evenStyle, evenFonts);
    const { lean = 0 } = box ?? {};
    expect(lean).toBeGreaterThan(0.5);
    const [word] = boxesOf([{ ...textRun("образование"), italic: true }], evenStyle, evenFonts);
    const divided = divideBox(word as Box, 9 + lean, "words");
    expect(divided?.here.reach).toBeCloseTo(9 + lean, 6);
    expect(divided?.rest.reach).toBeCloseTo(3 + lean, 6);
    expect(fillLine([box as Box], 0, 8 + lean, 0)).toEqual({ end: 1, cut: null });
    const { cut } = fillLine([box as Box], 0, 7.9, 0);
    expect(cut?.here.width).toBeCloseTo(Math.floor(7.9 - lean), 6);
  });

  it("is as wide as its words and the spaces between them, and stretches these to its room", () => {
    const boxes = boxesIn("дом и\u00a0сад  лес");
    expect([widthOf(boxes), widthOf(boxes, 1), widthOf(boxes, 0, 2)]).toEqual([14, 10, 9]);
    expect(stretchOf(boxes, 20, 1)).toBe(2.5);
    expect(stretchOf(boxes, 20, 1, 0, 2)).toBe(6.5);
    expect(stretchOf(boxes, 9, 0.5, 1, 2)).toBe(9);
    expect(stretchOf(boxes, 9, 1, 0, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});
