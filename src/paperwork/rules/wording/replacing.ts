import { type Finder, type Text, text } from "../rule.ts";

/** Letters of a text that a message repeats. */
const MOST_SHOWN = 120;

type Wording = {
  /** What the finding says of the words; `title`: no more than the title of the rule. Without it: «…» is wrong, «…» is right. */
  readonly message?: "title" | ((found: string) => Text);
  /** False: the replacement may change the sense. */
  readonly safe?: boolean;
};

/**
 * Finds what an expression (with the flags `g` and `u`) matches in a text, never nothing.
 *
 * @param replace what to write instead; null: it is right after all
 */
export function replacing(
  expression: RegExp,
  replace: (found: RegExpExecArray) => string | null,
  { message, safe = true }: Wording = {},
): Finder {
  return function* (raw) {
    expression.lastIndex = 0;
    for (let found = expression.exec(raw); found !== null; found = expression.exec(raw)) {
      const [words] = found;
      const replacement = replace(found);
      if (replacement === null || replacement === words) continue;
      const match = { start: found.index, end: found.index + words.length, replacement, safe };
      if (message === "title") yield match;
      else yield { ...match, message: message?.(words) ?? instead(words, replacement) };
    }
  };
}

/** What each of the finders finds, one after another. */
export function together(...finders: readonly Finder[]): Finder {
  return (raw) => finders.flatMap((find) => [...find(raw)]);
}

function instead(found: string, replacement: string): Text {
  const shown = cut(found.replace(/\s+/g, " "));
  const right = cut(replacement);
  return text(`«${shown}» – неверно, нужно «${right}»`, `“${shown}” is wrong, it should be “${right}”`);
}

/** Words of a message: the place shows the rest. */
function cut(words: string): string {
  return words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN).trimEnd()}…` : words;
}

/** The first letter as in the model: `Согласно` keeps its capital. */
export function sameCapital(model: string, word: string): string {
  const first = model.slice(0, 1);
  return first !== first.toLowerCase() ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}
