import { type Text, type TextMatch, text } from "../rule.ts";

/** What a regular expression found becomes of it: the replacement, or null when it is right after all. */
export type Replace = (found: RegExpExecArray) => string | null;

/** Matches of an expression over a text, each with its replacement and message. The expression must have the flags `g` and `u`. */
export function* matchWords(
  raw: string,
  expression: RegExp,
  replace: Replace,
  message: (found: string, replacement: string) => Text,
  safe = true,
): Iterable<TextMatch> {
  expression.lastIndex = 0;
  for (let found = expression.exec(raw); found !== null; found = expression.exec(raw)) {
    if (found[0] === "") expression.lastIndex++;
    const replacement = replace(found);
    if (replacement === null || replacement === found[0]) continue;
    const start = found.index;
    yield { start, end: start + found[0].length, replacement, safe, message: message(found[0], replacement) };
  }
}

/** «…» is wrong, «…» is right. */
export function instead(found: string, replacement: string): Text {
  const shown = found.replace(/\s+/g, " ");
  return text(`«${shown}» – неверно, нужно «${replacement}»`, `"${shown}" is wrong, it should be "${replacement}"`);
}

/** The first letter as in the model: `Согласно` keeps its capital. */
export function sameCapital(model: string, word: string): string {
  const first = model.slice(0, 1);
  return first !== first.toLowerCase() ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}
