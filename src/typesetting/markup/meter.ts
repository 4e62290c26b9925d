import { type Hints, type Place, type Text, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
import { TemplateError } from "./template-error.ts";

/** How much more than usual the templates of a document may do: 1 is the usual, which is far above what documents need. */
export type Budget = number;

/** What a document may cost at most in the usual budget. */
export const USUAL = {
  /** Calls of helpers, turns of loops, insertions. */
  steps: 2_000_000,
  /** Characters of texts and items of lists that calls make, all together. */
  made: 50_000_000,
  /** Characters of one text, as the document before its pages, and items of one list. */
  output: 4_000_000,
  /** From the first template to the last page. */
  seconds: 60,
} as const;

const HINTS: Hints = [
  text(
    "Посмотрите, не вложены ли {{#each}} друг в друга и не удваивают ли вставки сами себя",
    "See whether {{#each}} stand one in another, or partials double themselves",
  ),
  text(
    "Если документ и правда так велик, отведите ему больше: --budget 4 – вчетверо",
    "If the document is really that large, give it more: --budget 4 is four times as much",
  ),
];

const ONE = text("знаков в одном тексте или строк в одном списке", "characters in one text or items in one list");

/** Counts what the templates of one document do, the same on every machine, and ends them when it is too much. Code TRC3215. */
export class Meter {
  readonly #budget: Budget;
  #steps = 0;
  #made = 0;

  constructor(budget: Budget = 1) {
    this.#budget = budget;
  }

  /** Counts one step that made a value, and gives the value back. @throws TemplateError */
  step<T>(value: T): T {
    const size = typeof value === "string" || Array.isArray(value) ? value.length : 0;
    this.#steps++;
    this.#made += size;
    this.room(size);
    if (this.#steps > USUAL.steps * this.#budget) this.#end(text("шагов", "steps"), USUAL.steps);
    if (this.#made > USUAL.made * this.#budget)
      this.#end(text("знаков и строк списков", "characters and items"), USUAL.made);
    return value;
  }

  /** Makes sure that one text or list may be so long, before it is made. @throws TemplateError */
  room(size: number): void {
    if (size > USUAL.output * this.#budget) this.#end(ONE, USUAL.output);
  }

  #end(what: Text, usual: number): never {
    const most = String(Math.floor(usual * this.#budget)).replace(/\B(?=(?:\d{3})+$)/g, "\u00a0");
    throw new TemplateError(FINDINGS.TRC3215, {
      message: text(
        `Шаблон делает слишком много: больше ${most} ${what.ru}`,
        `The template does too much: more than ${most} ${what.en}`,
      ),
      hints: HINTS,
    });
  }
}

/** Of what goes past the limits of the machine itself: calls in calls without an end, a text longer than any text may be. */
export function tooDeep(place: Place): TemplateError {
  const message = text(
    "Вызовы вложены слишком глубоко, или текст слишком велик",
    "Calls are nested too deep, or a text is too long",
  );
  return new TemplateError(FINDINGS.TRC3215, { message, hints: HINTS, place });
}
