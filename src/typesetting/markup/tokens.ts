/** A token opens with one private-use character and closes with another; between them stands the number of the value. */
const OPEN = "\ue000";
const CLOSE = "\ue001";
/** A mark opens a piece of template text and gives the number of its place; marks are taken out before Markdown is parsed. */
const MARK = "\ue002";

/** Signs around a form nobody has confirmed yet, inside a value; only drafts have them. */
const DOUBT = "\ue003";
const DOUBT_END = "\ue004";

/** A form with the signs that make it visible in a draft. */
export function markUnconfirmed(form: string): string {
  return DOUBT + form + DOUBT_END;
}

/** Changes a text and leaves the sign at its end where it is. */
export function insideDoubt(text: string, change: (text: string) => string): string {
  if (text.startsWith(DOUBT)) return DOUBT + insideDoubt(text.slice(1), change);
  return text.endsWith(DOUBT_END) ? change(text.slice(0, -1)) + DOUBT_END : change(text);
}

/** Pieces of a value: unconfirmed forms and the rest, in order. */
export function splitUnconfirmed(text: string): { readonly unconfirmed: boolean; readonly text: string }[] {
  return text
    .split(/(\ue003[^\ue004]*\ue004)/)
    .map((piece) => ({ unconfirmed: piece.startsWith(DOUBT), text: piece.replace(/[\ue003\ue004]/g, "") }))
    .filter((piece) => piece.text !== "");
}

/** Characters that only tokens and marks may use. */
export const PRIVATE_USE = /[\ue000-\uf8ff]/;
const TOKEN = /\ue000(\d+)\ue001/g;

/** The values of one document, kept apart from the markup while it is parsed. */
export class Values {
  readonly #values: string[] = [];

  /** Stores a value and gives the token that stands for it. */
  hold(value: string): string {
    this.#values.push(value);
    return `${OPEN}${this.#values.length - 1}${CLOSE}`;
  }

  /** Literal pieces and values of a parsed text, in order. */
  split(text: string): { readonly value: boolean; readonly text: string }[] {
    const pieces: { value: boolean; text: string }[] = [];
    let at = 0;
    for (const match of text.matchAll(TOKEN)) {
      if (match.index > at) pieces.push({ value: false, text: text.slice(at, match.index) });
      pieces.push({ value: true, text: this.#values[Number(match[1])] ?? "" });
      at = match.index + match[0].length;
    }
    if (at < text.length) pieces.push({ value: false, text: text.slice(at) });
    return pieces;
  }

  /** The text with every token replaced by its value. */
  restore(text: string): string {
    return text.replace(TOKEN, (_, index: string) => this.#values[Number(index)] ?? "").replace(/[\ue003\ue004]/g, "");
  }
}

/** The mark of a place by its number. */
export function mark(index: number): string {
  return `${MARK}${index}${CLOSE}`;
}

/** A text without its marks, and where each stood. */
export type Marks = {
  readonly text: string;
  /** The mark that governs an offset of `text`, and how far behind it the offset is; null before the first. */
  readonly markAt: (offset: number) => { readonly number: number; readonly behind: number } | null;
};

/** Takes the marks out of a rendered text and remembers which place each piece came from. */
export function takeMarks(text: string): Marks {
  const offsets: number[] = [];
  const numbers: number[] = [];
  let result = "";
  let at = 0;
  for (const match of text.matchAll(/\ue002(\d+)\ue001/g)) {
    result += text.slice(at, match.index);
    offsets.push(result.length);
    numbers.push(Number(match[1]));
    at = match.index + match[0].length;
  }
  result += text.slice(at);
  const markAt: Marks["markAt"] = (offset) => {
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const number = numbers[low - 1];
    return number === undefined ? null : { number, behind: offset - (offsets[low - 1] ?? 0) };
  };
  return { text: result, markAt };
}
