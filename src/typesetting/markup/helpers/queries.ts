import { text } from "../../../base/diagnostics/index.ts";
import { indexKey, parseNumber, RECORD_OF, type View } from "../../../paperwork/facts/index.ts";
import { FINDINGS } from "../findings.ts";
import { nameHints } from "../scope.ts";
import { TemplateError } from "../template-error.ts";
import { dateArgument, listArgument, numberArgument, textArgument } from "./arguments.ts";
import type { HelperTable } from "./helper.ts";
import { patternOf } from "./pattern.ts";

/** Questions to lists of views. Every one returns a new list or a plain value; the order of the given list is kept. */
export const QUERIES: HelperTable = {
  /** The record as it was on another date: an order is cited with the name its author had on the day of the order: `(on organisation record.date)`. */
  on: ([thing, date], _named, context) => {
    if (typeof thing !== "object" || thing === null || !(RECORD_OF in thing))
      throw new TemplateError(FINDINGS.TRC3214, {
        message: text("on: нужна запись", "on: a record is needed"),
        hints: text("Передайте ссылку на запись: (on organisation date)", "Give a reference: (on organisation date)"),
      });
    return context.on(thing as View, dateArgument(date, "on"));
  },
  /** Every record of a collection, as it is on the date of the document: `(all "orders")`. */
  all: ([collection], _named, context) => context.all(textArgument(collection, "all")),
  /** Items whose property has the value: `join (pluck (where orders "kind" "order-event") "number")` → «4-ОД». */
  where: ([list, path, value]) => listArgument(list, "where").filter((item) => same(at(item, path), value)),
  /** Items whose property has another value: `join (pluck (whereNot orders "kind" "order-event") "number")` → «1-ОД». */
  whereNot: ([list, path, value]) => listArgument(list, "whereNot").filter((item) => !same(at(item, path), value)),
  /** Items whose property has one of the values: `length (whereIn orders "number" (list "1-ОД" "2-ОД"))` → 1. */
  whereIn: ([list, path, values]) =>
    listArgument(list, "whereIn").filter((item) =>
      listArgument(values, "whereIn").some((value) => same(at(item, path), value)),
    ),
  /** Items whose property is a list with the value in it: `length (whereHas orders "topics" "семинар")` → 1. */
  whereHas: ([list, path, value]) =>
    listArgument(list, "whereHas").filter((item) =>
      listArgument(at(item, path), "whereHas").some((one) => same(one, value)),
    ),
  /** Items whose property is filled: `length (present orders "topics")` → 1. */
  present: ([list, path]) => listArgument(list, "present").filter((item) => filled(at(item, path))),
  /** Items whose property is said, be it zero or an empty list: `length (recorded orders "topics")` → 1. */
  recorded: ([list, path]) => listArgument(list, "recorded").filter((item) => (at(item, path) ?? null) !== null),
  /** Items whose property is empty: `length (absent orders "topics")` → 1. */
  absent: ([list, path]) => listArgument(list, "absent").filter((item) => !filled(at(item, path))),
  /** Items whose date is in a period, both ends in it: `length (within orders "date" "2025-09-01" "2025-09-30")` → 1. */
  within: ([list, path, from, to]) => {
    const [first, last] = [dateArgument(from, "within"), dateArgument(to, "within")];
    return listArgument(list, "within").filter(
      (item) => first <= dayAt(item, path, "") && dayAt(item, path, "") <= last,
    );
  },
  /** Items whose date comes before the given day: `length (before orders "date" "2025-09-05")` → 0. */
  before: ([list, path, date]) =>
    listArgument(list, "before").filter((item) => dayAt(item, path, "9") < dateArgument(date, "before")),
  /** Items whose date comes after the given day: `length (after orders "date" "2025-09-05")` → 1. */
  after: ([list, path, date]) =>
    listArgument(list, "after").filter((item) => dayAt(item, path, "") > dateArgument(date, "after")),
  /** Items whose text begins so: `length (startsWith orders "number" "1")` → 1. */
  startsWith: ([list, path, prefix]) =>
    listArgument(list, "startsWith").filter((item) =>
      String(at(item, path) ?? "").startsWith(textArgument(prefix, "startsWith")),
    ),
  /** Items whose text ends so: `length (endsWith orders "number" "-ОД")` → 2. */
  endsWith: ([list, path, suffix]) =>
    listArgument(list, "endsWith").filter((item) =>
      String(at(item, path) ?? "").endsWith(textArgument(suffix, "endsWith")),
    ),
  /** By one property, then the next; numbers inside texts by their value: `get (first (sortBy orders "pages")) "number"` → «4-ОД». */
  sortBy: ([list, ...paths]) =>
    [...listArgument(list, "sortBy")].sort(
      (a, b) => paths.map((path) => order(at(a, path), at(b, path))).find((sign) => sign !== 0) ?? 0,
    ),
  /** Groups of items by a property, each with `key` and `items`: `join (pluck (groupBy orders "kind") "key")` → «order-general, order-event». */
  groupBy: ([list, path]) => groupBy(listArgument(list, "groupBy"), path),
  /** What the lists of all items hold, each thing with its item as `parent`: `join (pluck (flatten orders "topics") "value")` → «семинар». */
  flatten: ([list, path], _named, { meter }) => {
    const lists = listArgument(list, "flatten").map((parent) => ({
      parent,
      held: listArgument(at(parent, path), "flatten"),
    }));
    meter?.room(lists.reduce((sum, { held }) => sum + held.length, 0));
    return lists.flatMap(({ parent, held }) => held.map((item) => beside(item, "parent", parent)));
  },
  /** One property of every item: `join (pluck orders "number")` → «1-ОД, 4-ОД». */
  pluck: ([list, path]) => listArgument(list, "pluck").map((item) => at(item, path)),
  /** Rows with the item of another list that each counts out by its number, from 1, as `of`; a row without one is left out: `get (first (counted orders "pages" (list "а" "б" "в"))) "of"` → «в». */
  counted: ([rows, path, list]) =>
    listArgument(rows, "counted").flatMap((row) => {
      const of = listArgument(list, "counted")[numberArgument(at(row, path), "counted") - 1];
      return of === undefined ? [] : [beside(row, "of", of)];
    }),
  /** Of numbers, of a property of every item, or of the product of several: `sum orders "pages"` → 8. */
  sum: ([list, ...paths]) =>
    listArgument(list, "sum").reduce<number>((total, item) => {
      const values = paths.length === 0 ? [item] : paths.map((path) => at(item, path) ?? 0);
      return total + values.reduce<number>((product, value) => product * numberArgument(value, "sum"), 1);
    }, 0),
  /** Each value once: `join (unique (list "а" "б" "а"))` → «а, б». */
  unique: ([list]) =>
    listArgument(list, "unique").filter(
      (item, index, items) => items.findIndex((other) => same(item, other)) === index,
    ),
  /** The first item, empty where there is none: `first (list "а" "б")` → «а». */
  first: ([list]) => listArgument(list, "first")[0] ?? null,
  /** The last item: `last (list "а" "б")` → «б». */
  last: ([list]) => listArgument(list, "last").at(-1) ?? null,
  /** The first item whose property has the value: `get (find orders "number" "4-ОД") "date"` → «2025-10-01». */
  find: ([list, path, value]) => listArgument(list, "find").find((item) => same(at(item, path), value)) ?? null,
  /** The list without the items of the other one: `join (without (list "а" "б") (list "а"))` → «б». */
  without: ([list, others]) =>
    listArgument(list, "without").filter((item) => !listArgument(others, "without").some((other) => same(item, other))),
  /** Items whose text fits a regular expression of RE2: `length (matching orders "number" "^[0-9]-ОД$")` → 2. */
  matching: ([list, path, pattern]) => {
    const fits = patternOf(textArgument(pattern, "matching"));
    return listArgument(list, "matching").filter((item) => fits(String(at(item, path) ?? "")));
  },
  /** The first so many items: `join (take (list "а" "б" "в") 2)` → «а, б». */
  take: ([list, many]) => listArgument(list, "take").slice(0, numberArgument(many, "take")),
  /** The first filled value: `otherwise "" "нет"` → «нет». */
  otherwise: (values) => values.find(filled) ?? null,
  /** Numbers missing between the smallest and the largest registration numbers of each index, but for those that are `taken`: `join (gaps (pluck orders "number"))` → «2–3». */
  gaps: ([list], { taken }) => {
    const numbers = listArgument(list, "gaps").flatMap((item) => parseNumber(textArgument(item, "gaps")) ?? []);
    const outside = filled(taken) ? listArgument(taken, "gaps") : [];
    return [...new Set(numbers.map(indexKey))].flatMap((index) =>
      gaps(
        numbers.filter((number) => indexKey(number) === index).map(({ order }) => order),
        outside.map(runOf),
      ),
    );
  },
  /** Items whose number has the index after it, and the one of a case before it when it is given, «12-ОД», not «01-05/12-ОД»: `length (indexed orders "number" "-ОД")` → 2. */
  indexed: ([list, path, suffix, prefix]) => {
    const index = indexKey({ prefix: textArgument(prefix ?? "", "indexed"), suffix: textArgument(suffix, "indexed") });
    return listArgument(list, "indexed").filter((item) => {
      const number = parseNumber(String(at(item, path) ?? ""));
      return number !== null && indexKey(number) === index;
    });
  },
  /** Items whose number has a letter or a fraction, «12а-ОД», «133/6-ОД»: `length (lettered orders "number")` → 0. */
  lettered: ([list, path]) =>
    listArgument(list, "lettered").filter((item) => (parseNumber(String(at(item, path) ?? ""))?.letter ?? "") !== ""),
  /** Lists one after another: `join (concat (list "а") (list "б"))` → «а, б». */
  concat: (lists) => lists.flatMap((list) => listArgument(list, "concat")),
  /** A list of the arguments: `length (list "а" "б")` → 2. */
  list: (items) => [...items],
  /** Items of a list, characters of a text: `length "приказ"` → 6. */
  length: ([list]) => (typeof list === "string" ? list.length : listArgument(list, "length").length),
  /** A list without items: `isEmpty (list)` → true. */
  isEmpty: ([list]) => listArgument(list, "isEmpty").length === 0,
  /** Whole numbers, both ends in it, at most 10,000: `join (range 1 3)` → «1, 2, 3». */
  range: ([from, to]) => {
    const [first, last] = [numberArgument(from, "range"), numberArgument(to, "range")];
    if (last - first > 10_000)
      throw new TemplateError(FINDINGS.TRC3214, {
        message: text("range: слишком длинный ряд", "range: too long"),
        hints: text("В ряду не больше 10 000 чисел: проверьте границы", "At most 10,000 numbers: check the bounds"),
      });
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  },
  /** The value at a dotted path: `get year "from"` → «2025-09-01». */
  get: ([thing, path]) => at(thing, path),
  /** The place of an item, from 0; -1 where it is not: `index (list "а" "б") "б"` → 1. */
  index: ([list, item]) => listArgument(list, "index").findIndex((one) => same(one, item)),
  /** The sum of numbers: `add 1 2 3` → 6. */
  add: (args) => args.reduce<number>((total, value) => total + numberArgument(value, "add"), 0),
  /** The first less the second: `subtract 5 2` → 3. */
  subtract: ([a, b]) => numberArgument(a, "subtract") - numberArgument(b, "subtract"),
  /** The product: `multiply 2 3` → 6. */
  multiply: ([a, b]) => numberArgument(a, "multiply") * numberArgument(b, "multiply"),
  /** Zero where the divisor is zero; `round=true` for a whole number: `divide 7 2 round=true` → 4. */
  divide: ([a, b], named) => {
    const divisor = numberArgument(b, "divide");
    const value = divisor === 0 ? 0 : numberArgument(a, "divide") / divisor;
    return named.round === true ? Math.round(value) : value;
  },
  /** The largest: `max 1 5 3` → 5. */
  max: (args) => Math.max(...args.map((value) => numberArgument(value, "max"))),
  /** The smallest: `min 1 5 3` → 1. */
  min: (args) => Math.min(...args.map((value) => numberArgument(value, "min"))),
};

/** Two views are the same when they show the same record; everything else is compared as it is. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || identity(a) === identity(b);
}

function identity(value: unknown): unknown {
  if (typeof value === "object" && value !== null && RECORD_OF in value)
    return (value as { [RECORD_OF]: unknown })[RECORD_OF];
  return value === undefined ? null : value;
}

/** Value at a dotted path; null when a step on the way is empty. @throws TemplateError TRC3210 for a property that does not exist */
function at(thing: unknown, path: unknown): unknown {
  let value = thing;
  for (const step of textArgument(path, "path").split(".")) {
    if (value === null || value === undefined) return null;
    if (typeof value !== "object" || !Object.hasOwn(value, step)) {
      throw new TemplateError(FINDINGS.TRC3210, {
        message: text(
          `Неизвестное имя «${step}» в пути «${String(path)}»`,
          `Unknown name “${step}” in the path “${String(path)}”`,
        ),
        hints: nameHints(step, typeof value === "object" ? Object.keys(value) : []),
      });
    }
    value = (value as { readonly [name: string]: unknown })[step];
  }
  return value;
}

function groupBy(list: readonly unknown[], path: unknown): { readonly key: unknown; readonly items: unknown[] }[] {
  const groups: { key: unknown; items: unknown[] }[] = [];
  for (const item of list) {
    const key = at(item, path);
    const group = groups.find((one) => same(one.key, key));
    if (group === undefined) groups.push({ key, items: [item] });
    else group.items.push(item);
  }
  return groups;
}

/** The item with the thing it came from as `parent`; its properties are read when they are asked for. */
function beside(item: unknown, name: string, thing: unknown): unknown {
  if (typeof item !== "object" || item === null) return { value: item, [name]: thing };
  const own = Object.keys(item).map((key) => [key, { enumerable: true, get: () => Reflect.get(item, key) }] as const);
  return Object.create(null, { ...Object.fromEntries(own), [name]: { value: thing, enumerable: true } });
}

/** The day at a path; `none` where there is no text. */
function dayAt(item: unknown, path: unknown, none: string): string {
  const day = at(item, path);
  return typeof day === "string" ? day : none;
}

type Run = { readonly first: number; readonly last: number };

/** Numbers in a row by their first and last, `{from: 1, to: 86}`; without a last it is one number. */
function runOf(item: unknown): Run {
  const [first, last] = [at(item, "from"), at(item, "to")];
  const from = typeof first === "number" ? first : 0;
  return { first: from, last: typeof last === "number" ? last : from };
}

function shownRun({ first, last }: Run): string {
  return first === last ? `${first}` : `${first}–${last}`;
}

/** Runs of missing whole numbers: 1, 2, 5, 7 → «3–4», «6», but for those outside. What has no number yet is passed over. */
function gaps(numbers: readonly (number | null)[], outside: readonly Run[]): string[] {
  const own = numbers.flatMap((number) => (number === null ? [] : [{ first: number, last: number }]));
  const known = [...own, ...outside].sort((a, b) => a.first - b.first);
  const [least, most] = [own.map(({ first }) => first), own.map(({ last }) => last)];
  let next = Math.min(...least);
  return known.flatMap(({ first, last }) => {
    const missing = { first: next, last: Math.min(first - 1, Math.max(...most)) };
    next = Math.max(next, last + 1);
    return missing.first > missing.last ? [] : [shownRun(missing)];
  });
}

function filled(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== "" && value !== false;
}

function order(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const left = a === null || a === undefined ? "" : textArgument(a, "sortBy");
  const right = b === null || b === undefined ? "" : textArgument(b, "sortBy");
  return naturalOrder(left, right);
}

/** Numbers inside texts by their value: «2-ОД» before «10-ОД»; the rest by code units. */
function naturalOrder(a: string, b: string): number {
  const parts = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];
  const left = parts(a);
  const right = parts(b);
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one = "", two = ""] = [left[index], right[index]];
    const numeric = /^\d/.test(one) && /^\d/.test(two);
    const sign = numeric ? Number(one) - Number(two) : one < two ? -1 : one > two ? 1 : 0;
    if (sign !== 0) return sign;
  }
  return left.length - right.length;
}
