import { text } from "../../../base/diagnostics/index.ts";
import { mentions, sentenceEnd, withoutStop } from "../../../language/index.ts";
import { FINDINGS } from "../findings.ts";
import { TemplateError } from "../template-error.ts";
import { insideDoubt } from "../tokens.ts";
import { listArgument, textArgument } from "./arguments.ts";
import type { HelperTable } from "./helper.ts";
import { same } from "./queries.ts";

/** Comparison, choice and work on texts. */
export const LOGIC_AND_TEXT: HelperTable = {
  /** Equal; two references are when they name one record: `eq 1 1` → true. */
  eq: ([a, b]) => same(a, b),
  /** Not equal: `ne "a" "b"` → true. */
  ne: ([a, b]) => !same(a, b),
  /** Less; texts (ISO dates) by code units: `lt "2025-09-05" "2025-10-01"` → true. */
  lt: ([a, b]) => compare(a, b) < 0,
  /** Less or equal: `lte 2 2` → true. */
  lte: ([a, b]) => compare(a, b) <= 0,
  /** Greater: `gt 2 3` → false. */
  gt: ([a, b]) => compare(a, b) > 0,
  /** Greater or equal: `gte 3 3` → true. */
  gte: ([a, b]) => compare(a, b) >= 0,
  /** All are filled: `and person (eq 1 1)` → true. */
  and: (args) => args.every(isTrue),
  /** Any is filled: `or "" 0` → false. */
  or: (args) => args.some(isTrue),
  /** Empty, zero or false: `not ""` → true. */
  not: ([value]) => !isTrue(value),
  /** The named argument of that name, or `otherwise`: `choose "paid" paid="плата" free="безвозмездно"` → «плата». */
  choose: ([value], named) => {
    const key = textArgument(value, "choose");
    const found = Object.hasOwn(named, key) ? named[key] : named.otherwise;
    if (found === undefined)
      throw new TemplateError(FINDINGS.TRC3214, {
        message: text(`choose: нет варианта для «${key}»`, `choose: there is no variant for “${key}”`),
        hints: [
          text(`Есть: ${Object.keys(named).join(", ")}`, `There are: ${Object.keys(named).join(", ")}`),
          text(`Добавьте ${key}="…" или otherwise="…"`, `Add ${key}="…" or otherwise="…"`),
        ],
      });
    return found;
  },
  /** The second argument where the first is filled, else the third: `when (gt 2 1) "несколько" "один"` → «несколько». */
  when: ([condition, then, otherwise]) => (isTrue(condition) ? then : otherwise),
  /** A text as it was written, not a record or a set of properties: `isText "школа"` → true. */
  isText: ([value]) => typeof value === "string",
  /** In capitals: `upper "приказ"` → «ПРИКАЗ». */
  upper: ([value]) => textArgument(value, "upper").toUpperCase(),
  /** In small letters: `lower "ПРИКАЗ"` → «приказ». */
  lower: ([value]) => textArgument(value, "lower").toLowerCase(),
  /** The first letter a capital: `capitalize "директор"` → «Директор». */
  capitalize: ([value]) => {
    return insideDoubt(textArgument(value, "capitalize"), (text) => text.slice(0, 1).toUpperCase() + text.slice(1));
  },
  /** The first letter small: `uncapitalize "Провести"` → «провести». */
  uncapitalize: ([value]) => {
    return insideDoubt(textArgument(value, "uncapitalize"), (text) => text.slice(0, 1).toLowerCase() + text.slice(1));
  },
  /** Without the last full stop, so that a sentence can go on: `unstop "Провести."` → «Провести». */
  unstop: ([value]) => insideDoubt(textArgument(value, "unstop"), withoutStop),
  /** Whether a text names a thing, in any case and number: `when (mentions "Муниципальные семинары" "семинар") "да" "нет"` → «да». */
  mentions: ([value, thing]) => mentions(textArgument(value, "mentions"), textArgument(thing, "mentions")),
  /** A sentence that ends with exactly one full stop: `ended "Провести"` → «Провести.». */
  ended: ([value]) => insideDoubt(textArgument(value, "ended"), (text) => sentenceEnd(text, ".")),
  /** An item of a list: it ends with «;», the closing one with «.»: `listItem "семинар" closing=true` → «семинар.». */
  listItem: ([value], named) =>
    insideDoubt(textArgument(value, "listItem"), (text) => sentenceEnd(text, named.closing === true ? "." : ";")),
  /** Texts in a row: `join (list "а" "б" "в") ", " last=" и "` → «а, б и в». */
  join: ([list, separator], named, { meter }) => {
    const texts = listArgument(list, "join").map((item) => textArgument(item, "join"));
    const between = separator === undefined ? ", " : textArgument(separator, "join");
    const last = named.last === undefined ? between : textArgument(named.last, "join");
    meter?.room(texts.reduce((sum, one) => sum + one.length + between.length, 0));
    return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(between)}${last}${texts.at(-1)}`;
  },
  /** Texts and numbers put together: `text "№ " 5` → «№ 5». */
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
