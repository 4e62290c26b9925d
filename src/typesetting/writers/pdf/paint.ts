import { mmToPt } from "../../../base/units/index.ts";
import type { ChartShape, FlowChart } from "../../flow/index.ts";
import { type Fonts, glyphsOf } from "../../fonts/index.ts";
import type { LinePiece, PlacedRule } from "../../layout/index.ts";
import type { FontSet } from "./font-set.ts";

/** Content stream operators. pdfkit turns every page upside down; all of these turn it back with `flip`. */
export function flip(heightPt: number): string {
  return `1 0 0 -1 0 ${num(heightPt)} cm`;
}

/** One piece of a line: positioned glyphs with real spaces, stretched by moving what follows each of them. */
export function textOperators(piece: LinePiece, y: number, heightPt: number, fonts: FontSet): string {
  const shown = MARKED.test(piece.text) ? markedText(piece, fonts) : plainText(piece, piece.text, fonts);
  if (shown === "") return "";
  const id = fonts.use(piece.face);
  const position = `1 0 0 1 ${num(piece.x)} ${num(heightPt - y + (piece.raised?.risePt ?? 0))} Tm`;
  const begin = `${groundOperators(piece, y, heightPt)}BT /${id} ${num(piece.sizePt)} Tf ${position}`;
  return `${begin} ${shown} ET`;
}

/** Width of a piece with what its spaces are stretched by, pt. */
export function widthOf({ face, text, sizePt, spacing }: LinePiece): number {
  return (face.widthOf(text) * sizePt) / 1000 + spacing * (text.match(/ /g)?.length ?? 0);
}

function plainText({ face, spacing, sizePt }: LinePiece, text: string, fonts: FontSet): string {
  const { spaced, rest } = fonts.encode(face, text);
  if (spaced.length === 0 && rest === "") return "";
  if (spacing === 0) return `<${spaced.join("")}${rest}> Tj`;
  const move = num((-spacing / sizePt) * 1000);
  const parts = spaced.map((run) => `<${run}> ${move}`);
  if (rest !== "") parts.push(`<${rest}>`);
  return `[${parts.join(" ")}] TJ`;
}

const MARKED = /\p{M}/u;

/** Marks are painted over their letters, and the pen is back behind the letter then. */
function markedText(piece: LinePiece, fonts: FontSet): string {
  const { face, sizePt } = piece;
  const operators: string[] = [];
  for (const [, words = "", marks = ""] of piece.text.matchAll(/(\P{M}*)(\p{M}*)/gu)) {
    operators.push(plainText(piece, words, fonts));
    for (const mark of marks) {
      const [letter, code] = [[...words].at(-1)?.codePointAt(0), mark.codePointAt(0) ?? 0];
      const { rest } = fonts.encode(face, mark);
      if (letter === undefined || rest === "") operators.push(plainText(piece, mark, fonts));
      else {
        const { x, y } = face.markPlace(letter, code);
        const back = x + (face.glyphOf(code).advanceWidth * 1000) / face.font.unitsPerEm;
        operators.push(`${num((y * sizePt) / 1000)} Ts [${num(-x)} <${rest}> ${num(back)}] TJ 0 Ts`);
      }
    }
  }
  return operators.filter((operator) => operator !== "").join(" ");
}

/** The coloured ground of a form to be confirmed: from a quarter of the size below the base line to the height of capitals. */
function groundOperators({ x, markPt, sizePt }: LinePiece, y: number, heightPt: number): string {
  if (markPt === undefined) return "";
  const bottom = heightPt - y - sizePt * 0.25;
  return `q 1 0.87 0.3 rg ${num(x)} ${num(bottom)} ${num(markPt)} ${num(sizePt * 1.1)} re f Q `;
}

/** The lines of what came or went: under its letters, or through the small ones; two of them where it was moved. */
export function changeRules(piece: LinePiece, y: number): Pick<PlacedRule, "x1" | "y1" | "x2" | "y2" | "widthPt">[] {
  const { change, x, sizePt } = piece;
  if (change === undefined) return [];
  const first = y + sizePt * (change.line === "under" ? 0.12 : -0.22);
  const heights = change.double ? [first, first + sizePt * 0.09] : [first];
  const x2 = x + widthOf(piece);
  return heights.map((at) => ({ x1: x, y1: at, x2, y2: at, widthPt: sizePt * 0.05 }));
}

/** Operators that draw a rule; `heightPt` is that of the page. */
export function ruleOperators(rule: Pick<PlacedRule, "x1" | "y1" | "x2" | "y2" | "widthPt">, heightPt: number): string {
  return `${num(rule.widthPt)} w ${num(rule.x1)} ${num(heightPt - rule.y1)} m ${num(rule.x2)} ${num(heightPt - rule.y2)} l S`;
}

/** A chart as paths: rectangles, rules and the outlines of its letters, so that its words are the text of the figure and no other. */
export function chartOperators(chart: FlowChart, x: number, y: number, heightPt: number, fonts: Fonts): string {
  return chart.shapes.map((shape) => shapeOperators(shape, x, heightPt - y, fonts)).join("\n");
}

function shapeOperators(shape: ChartShape, left: number, top: number, fonts: Fonts): string {
  const x = (mm: number): string => num(left + mmToPt(mm));
  const y = (mm: number): string => num(top - mmToPt(mm));
  switch (shape.type) {
    case "rect":
      return `q ${grey(shape.grey)} rg ${x(shape.x)} ${y(shape.y + shape.height)} ${num(mmToPt(shape.width))} ${num(mmToPt(shape.height))} re f Q`;
    case "line":
      return `${num(shape.widthPt)} w ${x(shape.x1)} ${y(shape.y1)} m ${x(shape.x2)} ${y(shape.y2)} l S`;
    case "text":
      return outlines(shape, left, top, fonts);
  }
}

function outlines(
  shape: Extract<ChartShape, { readonly type: "text" }>,
  left: number,
  top: number,
  fonts: Fonts,
): string {
  const width = (fonts.regular.widthOf(shape.text) * shape.sizePt) / 1000;
  const start = left + mmToPt(shape.x) - (shape.anchor === "middle" ? width / 2 : shape.anchor === "end" ? width : 0);
  const base = top - mmToPt(shape.y);
  const parts = glyphsOf(fonts, shape.text).map(({ glyph, pen, rise, unit }) => {
    const scale = shape.sizePt * unit;
    const [left, foot] = [start + pen * shape.sizePt, base + rise * shape.sizePt];
    return glyphPath(glyph.path.commands, (x, y) => `${num(left + x * scale)} ${num(foot + y * scale)}`);
  });
  return `${parts.join(" ")} f`;
}

type Commands = readonly { readonly command: string; readonly args: readonly number[] }[];

function glyphPath(commands: Commands, place: (x: number, y: number) => string): string {
  let at: readonly [number, number] = [0, 0];
  return commands
    .map(({ command, args }) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
      const from = at;
      switch (command) {
        case "moveTo":
          at = [a, b];
          return `${place(a, b)} m`;
        case "lineTo":
          at = [a, b];
          return `${place(a, b)} l`;
        case "quadraticCurveTo": {
          // PDF knows cubic curves only.
          at = [c, d];
          const third = (p: number, q: number): number => p + ((q - p) * 2) / 3;
          return `${place(third(from[0], a), third(from[1], b))} ${place(third(c, a), third(d, b))} ${place(c, d)} c`;
        }
        case "bezierCurveTo":
          at = [e, f];
          return `${place(a, b)} ${place(c, d)} ${place(e, f)} c`;
        default:
          return "h";
      }
    })
    .join(" ");
}

function grey(level: number): string {
  return `${num(level)} ${num(level)} ${num(level)}`;
}

/** Two or three decimals are finer than any printer; plain notation always. */
function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}
