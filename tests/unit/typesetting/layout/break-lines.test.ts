import { describe, expect, it } from "vitest";
import { paragraph, textRun } from "../../../../src/typesetting/flow/index.ts";
import { breakLines, type Line } from "../../../../src/typesetting/layout/break-lines.ts";
import { evenFonts, evenStyle } from "../../../support/even-fonts.ts";

type Setup = { readonly label?: string; readonly hyphenation?: boolean } & {
  readonly [Key in "align" | "firstLineMm" | "leftMm" | "rightMm"]?:
    | (typeof evenStyle)[Key]
    | "justify"
    | "right"
    | "center";
};
const MM = 25.4 / 72;

/** Lines of a text in a column so many characters wide. */
function lines(text: string, widthPt: number, { label, hyphenation = false, ...own }: Setup = {}): Line[] {
  const source = { ...paragraph("text", [textRun(text)]), label: label === undefined ? null : { text: label } };
  const style = { ...evenStyle, ...own } as typeof evenStyle;
  return breakLines(source as ReturnType<typeof paragraph>, style, { widthPt, fonts: evenFonts, hyphenation });
}
const shown = (list: readonly Line[]): string =>
  list.map(({ pieces }) => pieces.map(({ text }) => text).join("")).join("|");
const EVEN: Setup = { align: "justify", hyphenation: true };

describe("lines of even letters", () => {
  it.each([
    ["are filled up to the last hair", "дом сад лес", 7, {}, "дом сад|лес"],
    ["take what is a hundredth too wide", "дом сад лес", 6.99, {}, "дом сад|лес"],
    ["and no more than that", "дом сад лес", 6.98, {}, "дом|сад|лес"],
    ["count every space in a row", "дом  сад", 7, {}, "дом|сад"],
    ["end at forced breaks, an empty one between two", "дом\n\nсад лес\n", 20, {}, "дом||сад лес"],
    ["are one where there is no text", "", 10, {}, ""],
    ["keep a mark with the word before it", "дом сад ! лес", 8, {}, "дом|сад !|лес"],
    ["but not where its very space does not fit", "дом сад ! лес", 7, {}, "дом сад|! лес"],
    ["cut a figure that fits none", "дом 1234567890123", 6, {}, "дом|123456|789012|3"],
    ["leave the signs behind a figure with its end", "1234567890(12)» дом", 14, {}, "1234567890(1|2)» дом"],
    ["begin behind the indent of the first one", "дом сад лес", 9, { firstLineMm: 3 * MM }, "дом|сад лес"],
    ["begin behind a number and its space", "дом сад лес", 9, { label: "1." }, "1. дом|сад лес"],
    ["begin anywhere where the number is empty", "дом сад лес", 7, { label: "" }, "дом сад|лес"],
    ["stand between both margins", "дом сад лес", 12, { leftMm: 2 * MM, rightMm: 3 * MM }, "дом сад|лес"],
    ["end behind a slash where the whole fits none", "родитель/опекун", 10, {}, "родитель/|опекун"],
    ["let no word go that is glued for good", "приказ ст.\u00a05", 9, EVEN, "приказ|ст.\u00a05"],
    ["let a short word go where they were loose", "дом и\u00a0119119119119", 15, EVEN, "дом и|119119119119"],
    ["and where no word may be divided", "дом и\u00a0119119119119", 15, { align: "justify" }, "дом и|119119119119"],
    ["keep it where they are not yet loose", "дом сад и\u00a0119119", 9, { align: "justify" }, "дом сад|и 119119"],
    ["let none go that are not justified", "дом и\u00a0119119119119", 15, {}, "дом|и 119119119119"],
    [
      "let one go in the middle of three",
      "и\u00a0в\u00a0учёт и\u00a0в\u00a0учреждение",
      14,
      EVEN,
      "и в учёт и в|учреждение",
    ],
  ] as const)("%s", (_, text, width, setup, expected) => {
    expect(shown(lines(text, width, setup as Setup))).toBe(expected);
  });

  it.each([
    [11, "учёт дея-|тельность|школы"],
    [12, "учёт дея-|тельность|школы"],
    [13, "учёт деятель-|ность школы"],
    [16, "учёт деятель-|ность школы"],
    [17, "учёт деятельность|школы"],
  ])("divide a word no more often than %d characters ask for", (width, expected) => {
    expect(shown(lines("учёт деятельность школы", width, EVEN))).toBe(expected);
  });

  it.each([
    ["not loose at 2.2 widths of a space", "да да да да да да деятельность", 23, "да да да да да да|деятельность"],
    ["loose above that", "да да да да да да деятельность", 24, "да да да да да да дея-|тельность"],
    [
      "loose above that, and let no short word go yet",
      "да да да да да да и\u00a0119119",
      24,
      "да да да да да да|и 119119",
    ],
    ["parted by two letters above three widths alone", "да да да деятельность", 12, "да да да|деятельность"],
    ["better as a whole", "да да да деятельность и школа", 12, "да да да де-|ятельность и|школа"],
    ["loose with few spaces", "дом сад лес образования", 16, "дом сад лес об-|разования"],
    ["gaping: a word with a capital is divided", "да да «Образовательное да»", 14, "да да «Образо-|вательное да»"],
    [
      "gaping, and initials beside the name",
      "да да Образователев\u00a0И.\u00a0И.",
      20,
      "да да|Образователев\u00a0И.\u00a0И.",
    ],
    ["loose, and no letters for it", "дом сад лес образования", 14, "дом сад лес|образования"],
  ])("are %s", (_, text, width, expected) => expect(shown(lines(text, width, EVEN))).toBe(expected));

  it("are the best as a whole where single ones would be loose", () => {
    const text = "на сад и деятельность организации образования";
    expect(shown(lines(text, 17, EVEN))).toBe("на сад и деятель-|ность организации|образования");
    expect(shown(lines(text, 21, EVEN))).toBe("на сад и деятель-|ность организации об-|разования");
    expect(shown(lines(text, 15, EVEN))).toBe("на сад и дея-|тельность орга-|низации образо-|вания");
    expect(shown(lines(text, 12, EVEN))).toBe("на сад|и деятель-|ность орга-|низации об-|разования");
    expect(shown(lines(text, 17, { align: "justify" }))).toBe("на сад и|деятельность|организации|образования");
  });

  it.each([
    [
      "no third one follows two where the line is not loose",
      "до ле учреждение да лес лес консультирование дом да до деятельность лес дом да консультирование",
      22,
      "до ле учреждение да|лес лес консультирова-|ние дом да до деятель-|ность лес дом да|консультирование",
    ],
    [
      "a second one may",
      "да сад учреждение да до са са учреждение са да да учреждение лес сад ле ле учреждение",
      28,
      "да сад учреждение да до са|са учреждение са да да учре-|ждение лес сад ле ле учре-|ждение",
    ],
    [
      "a whole line between them begins the count anew",
      "лес лес ле деятельность са да дом лес до дом организация да сад консультирование да да да учреждение",
      20,
      "лес лес ле деятель-|ность са да дом лес|до дом организация|да сад консультиро-|вание да да да учре-|ждение",
    ],
  ])("are no ladder of divided words: %s", (_, text, width, expected) => {
    expect(shown(lines(text, width, EVEN))).toBe(expected);
  });

  it("hold words in parts that are wider than they are, as many letters in each as fit", () => {
    expect(shown(lines("школа образования учреждения", 8))).toBe("школа|образо-|вания|учрежде-|ния");
    expect(shown(lines("дом образования учреждения", 8))).toBe("дом об-|разова-|ния|учрежде-|ния");
  });
});

describe("what a line says of itself", () => {
  const said = (list: readonly Line[]): unknown[] =>
    list.map(({ pieces, end, cut, continues }) => [
      pieces.map(({ x }) => x),
      end.at,
      end.freePt,
      end.hyphen,
      cut,
      continues,
    ]);

  it("where it ends, what it leaves free without its hyphen, and whether a word goes on", () => {
    expect(said(lines("учёт деятельность дом", 10, EVEN))).toEqual([
      [[0, 9], 8, 2, true, false, true],
      [[0], 17, 1, false, false, false],
      [[0], 21, 7, false, false, false],
    ]);
    expect(said(lines("1234567 дом", 5))).toEqual([
      [[0], 5, 0, false, true, true],
      [[0], 7, 3, false, false, false],
      [[0], 11, 2, false, false, false],
    ]);
    expect(said(lines("родитель/опекун\nдом", 10))).toEqual([
      [[0], 9, 1, false, false, true],
      [[0], 15, 4, false, false, false],
      [[0], 19, 7, false, false, false],
    ]);
  });

  it("what its number, its indents and the margin take", () => {
    expect(said(lines("дом сад", 9, { label: "1.", leftMm: MM, firstLineMm: MM })).slice(0, 2)).toEqual([
      [[2, 5], 3, 1, false, false, false],
      [[1], 7, 5, false, false, false],
    ]);
    expect(said(lines("дом сад лес", 10, { align: "right", leftMm: MM })).map((one) => (one as unknown[])[0])).toEqual([
      [3],
      [7],
    ]);
    expect(said(lines("дом сад лес", 9, { align: "center" })).map((one) => (one as unknown[])[0])).toEqual([[1], [3]]);
  });

  it("how much its spaces are stretched: not in the last line, nor before a forced break", () => {
    const list = lines("дом сад лес дом да\nдом сад лес", 12, EVEN);
    expect(list.map(({ pieces }) => pieces[0]?.spacing)).toEqual([0.5, 0, 0]);
    expect(shown(list)).toBe("дом сад лес|дом да|дом сад лес");
  });
});
