import { sha256 } from "../../../base/text/index.ts";
import { isOwnName, type LintedText } from "./lint-texts.ts";
import { madeCleanTexts } from "./made-clean-texts.ts";

/** Names of texts that this process has found clean. */
const FOUND = new Set<string>();
const MOST_FOUND = 100_000;
/** Names of what no rule at all finds anything in. */
let made: ReadonlySet<string> | null = null;

/**
 * The texts of a run, and which of them need no look: those in which no rule that looks at a text alone found anything before. That follows from the text
 * and the rules, so what an earlier run of the same program found holds as well.
 */
export class CleanTexts {
  /** Texts that nobody has found clean. */
  readonly suspects: readonly LintedText[];
  readonly #names: ReadonlyMap<LintedText, string>;
  readonly #soiled = new Set<LintedText>();

  /**
   * @param off codes of the rules that are switched off
   * @param known names of texts that an earlier run found clean
   */
  constructor(texts: readonly LintedText[], off: readonly string[], known: readonly string[]) {
    const before = new Set(known);
    // What no rule finds anything in is clean whichever are switched off; records are not known when the program is compiled.
    const others = texts.filter((text) => text.where === "records" || !madeNames().has(cleanName(text, [])));
    this.#names = new Map(others.map((text) => [text, cleanName(text, off)]));
    this.suspects = others.filter((text) => {
      const name = this.#names.get(text) ?? "";
      return !before.has(name) && !FOUND.has(name);
    });
  }

  /** Something was found in a text. */
  soil(text: LintedText): void {
    this.#soiled.add(text);
  }

  /** Names of the texts in which nothing was found, when every rule has looked at the suspects. */
  names(): readonly string[] {
    const clean = [...this.#names].flatMap(([text, name]) => (this.#soiled.has(text) ? [] : name));
    if (FOUND.size >= MOST_FOUND) FOUND.clear();
    for (const name of clean) FOUND.add(name);
    return [...new Set(clean)];
  }
}

/** Everything that a rule of texts alone sees of a text. @param off codes of the rules that do not look */
export function cleanName(text: LintedText, off: readonly string[]): string {
  const { where, prose, quoted, raw } = text;
  return sha256([where, prose, quoted, isOwnName(text), ...off, raw].join("\n")).slice(0, 32);
}

function madeNames(): ReadonlySet<string> {
  made ??= new Set(madeCleanTexts());
  return made;
}
