import { text } from "../../../base/diagnostics/index.ts";
import { sentenceEnd, withoutStop } from "../../../language/index.ts";
import { FINDINGS } from "../findings.ts";
import { TemplateError } from "../template-error.ts";
import { insideDoubt } from "../tokens.ts";
import { listArgument, textArgument } from "./arguments.ts";
import type { HelperTable } from "./helper.ts";
import { same } from "./queries.ts";

/** Comparison, choice and work on texts. */
export const LOGIC_AND_TEXT: HelperTable = {
  eq: ([a, b]) => same(a, b),
  ne: ([a, b]) => !same(a, b),
  lt: ([a, b]) => compare(a, b) < 0,
  lte: ([a, b]) => compare(a, b) <= 0,
  gt: ([a, b]) => compare(a, b) > 0,
  gte: ([a, b]) => compare(a, b) >= 0,
  and: (args) => args.every(isTrue),
  or: (args) => args.some(isTrue),
  not: ([value]) => !isTrue(value),
  choose: ([value], named) => {
    const key = textArgument(value, "choose");
    const found = Object.hasOwn(named, key) ? named[key] : named["otherwise"];
    if (found === undefined)
      throw new TemplateError(
        FINDINGS.TRC3214,
        text(`choose: нет варианта для «${key}»`, `choose: there is no variant for “${key}”`),
        [
          text(`Есть: ${Object.keys(named).join(", ")}`, `There are: ${Object.keys(named).join(", ")}`),
          text(`Добавьте ${key}="…" или otherwise="…"`, `Add ${key}="…" or otherwise="…"`),
        ],
      );
    return found;
  },
  /** A text as it was written, not a record or a set of properties. */
  isText: ([value]) => typeof value === "string",
  upper: ([value]) => textArgument(value, "upper").toUpperCase(),
  lower: ([value]) => textArgument(value, "lower").toLowerCase(),
  capitalize: ([value]) => {
    return insideDoubt(textArgument(value, "capitalize"), (text) => text.slice(0, 1).toUpperCase() + text.slice(1));
  },
  uncapitalize: ([value]) => {
    return insideDoubt(textArgument(value, "uncapitalize"), (text) => text.slice(0, 1).toLowerCase() + text.slice(1));
  },
  /** Without the last full stop, so that a sentence can go on. */
  unstop: ([value]) => insideDoubt(textArgument(value, "unstop"), withoutStop),
  /** A sentence that ends with exactly one full stop. */
  ended: ([value]) => insideDoubt(textArgument(value, "ended"), (text) => sentenceEnd(text, ".")),
  /** An item of a list: it ends with «;», the closing one with «.»: `listItem this closing=@last`. */
  listItem: ([value], named) =>
    insideDoubt(textArgument(value, "listItem"), (text) => sentenceEnd(text, named["closing"] === true ? "." : ";")),
  join: ([list, separator], named) => {
    const texts = listArgument(list, "join").map((item) => textArgument(item, "join"));
    const between = separator === undefined ? ", " : textArgument(separator, "join");
    const last = named["last"] === undefined ? between : textArgument(named["last"], "join");
    return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(between)}${last}${texts.at(-1)}`;
  },
  text: (args) => args.map((part) => textArgument(part, "text")).join(""),
};

/** Empty lists, empty texts, zero, false and absent values are false, as in Handlebars. */
export function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Numbers as numbers, texts (ISO dates among them) by code units. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const left = textArgument(a, "lt, gt");
  const right = textArgument(b, "lt, gt");
  return left < right ? -1 : left > right ? 1 : 0;
}
