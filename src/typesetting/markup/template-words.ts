import type { Diagnostic, Place } from "../../base/diagnostics/index.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { type PlaceAt, refusal, refusedMarkup } from "./refused-markup.ts";
import { type Marks, mark, takeMarks } from "./tokens.ts";

/** Stands for a value or a partial among the words of a template. */
const VALUE = "\ue0000\ue001";

/** Signs without which nothing of the words of a template is refused, so that most templates need not be parsed twice. */
const SUSPECT =
  /[`<>&_~^$\t]|==|--|''|""|\+\+|\+\p{L}|%%|\/[/*]|\*\/|\(\(|:\p{L}[\p{L}\d_+-]*:|\[[[@]|\[\/?[a-z]+\]|^[ \t]*(?:= |\*\[|\+[-=:]|!!!|\?\?\?)|\((?:c|r|tm)\)|#[a-z][\w.-]*[[(]|\](?=\[)|\[\^|![[\w]|\](?:\(|:)|#(?!#{1,2} |#? )|^[^\S\n]*(?:[-\d.]+\s+)*# |#\s*$|#[^\S\n]+#|\d\)|[*+](?:[ \t]|$)|-\s+\[|\\$| {2}$/imu;

/** The words of one template, of all its branches, with a sign for every value: what its author typed is judged before any record reaches it. */
export class TemplateWords {
  readonly #places: Place[] = [];
  #words = "";

  /** A piece of one line, as it is typed. */
  add(piece: string, place: Place): void {
    this.#words += mark(this.#places.push(place) - 1) + piece;
  }

  addValue(): void {
    this.#words += VALUE;
  }

  /** A partial that has its lines for itself ends the paragraph before it; one among words is a value. */
  addPartial(source: string, { start, end }: hbs.AST.SourceLocation): void {
    const lines = source.split("\n");
    const before = (lines[start.line - 1] ?? "").slice(0, start.column);
    const behind = (lines[end.line - 1] ?? "").slice(end.column);
    this.#words += `${before}${behind}`.trim() === "" ? "\n" : VALUE;
  }

  /** Markup that documents do not use, whatever stands around it. */
  refused(): Diagnostic[] {
    const [first] = this.#places;
    if (first === undefined) return [];
    const marks = takeMarks(this.#words);
    if (!SUSPECT.test(marks.text)) return [];
    const placeAt = placesOf(marks, (number) => this.#places[number] ?? first, first);
    return refusedMarkup(parseMarkdown(marks.text), marks.text, "typed").map((one) =>
      refusal(one, marks.text, placeAt),
    );
  }
}

/** Places of a text by the marks that stood in it; `start` before the first. */
export function placesOf({ markAt }: Marks, placeOf: (number: number) => Place, start: Place): PlaceAt {
  return (from, to) => {
    const mark = markAt(from);
    return mark === null ? start : within(placeOf(mark.number), mark.behind, to - from);
  };
}

/** A part of a line; the line itself when the part came from a value. */
function within(line: Place, behind: number, length: number): Place {
  const column = line.start.column + behind;
  if (column >= line.end.column) return line;
  return {
    ...line,
    start: { line: line.start.line, column },
    end: { line: line.start.line, column: Math.min(line.end.column, column + Math.max(1, length)) },
  };
}
