import { addDays } from "../../base/text/index.ts";
import { itemsOf, propertiesOf, referenceOf, type SchemaLocation, type YamlData } from "../../base/yaml/index.ts";
import { calendarOf, covers, daysBetween, schoolYearOf } from "../../paperwork/facts/index.ts";
import {
  anyRecordsOf,
  type ContentRecord,
  type Dossier,
  findAnyRecord,
  recordsOf,
} from "../../paperwork/records/index.ts";

/** Properties of a record, whatever stands there. */
export type Fields = { readonly [key: string]: YamlData };

/** What is known when a record is begun. */
export type FillContext = {
  readonly dossier: Dossier;
  readonly date: string;
  /** Sample record of the kind; null for a record without a kind. */
  readonly sample: Fields | null;
  /** Earlier records of the same kind, the latest last: what they agree on is the habit of the office. */
  readonly earlier: readonly ContentRecord[];
  /** Values by path, which win: `--set`, `--of`, the number, the date. */
  readonly given: ReadonlyMap<string, YamlData>;
};

/**
 * The data of a new record: required properties and given ones; a value that follows from the schema, the calendar or the
 * habit of earlier records is there, the rest is null.
 */
export function fillRecord(spots: readonly SchemaLocation[], context: FillContext): Fields {
  return fillObject(spots, context, []) as Fields;
}

function fillObject(spots: readonly SchemaLocation[], context: FillContext, path: readonly string[]): YamlData {
  const data: { [key: string]: YamlData } = {};
  const wanted = wantedKeys(spots, context, path);
  for (const [key, nodes] of propertiesOf(context.dossier.schemas, spots)) {
    const own = [...path, key];
    if (wanted.has(key)) data[key] = fillValue(nodes, context, own);
    else if (path.length === 0 && habitual(nodes, context, own) !== undefined)
      data[key] = habitual(nodes, context, own) ?? null;
  }
  // A key the schema does not know is kept: the check will name it.
  for (const [place, value] of context.given) {
    const steps = place.split(".");
    const key = steps.at(-1) ?? "";
    if (steps.length === path.length + 1 && path.every((step, index) => steps[index] === step) && !(key in data))
      data[key] = value;
  }
  return data;
}

/** Required keys, those that are given, and the first way of those where exactly one is needed. */
function wantedKeys(
  spots: readonly SchemaLocation[],
  { given, earlier, sample }: FillContext,
  path: readonly string[],
): Set<string> {
  const keys = new Set<string>();
  const prefix = path.map((step) => `${step}.`).join("");
  for (const place of given.keys())
    if (place.startsWith(prefix)) keys.add(place.slice(prefix.length).split(".")[0] ?? "");
  for (const { node } of spots)
    if (node.properties !== undefined) for (const key of (node.required as string[] | undefined) ?? []) keys.add(key);
  const ways = spots.map(({ node }) => waysOf(node)).find((found) => found.length > 0) ?? [];
  if (ways.length > 0 && !ways.some((way) => way.every((key) => keys.has(key)))) {
    const like = at(earlier.at(-1)?.data, path) ?? at(sample, path);
    const way = ways.find((one) => isFields(like) && one.every((key) => key in like)) ?? ways[0] ?? [];
    for (const key of way) keys.add(key);
  }
  return keys;
}

function waysOf(node: SchemaLocation["node"]): readonly (readonly string[])[] {
  const branches = (node.oneOf ?? node.anyOf) as readonly { readonly required?: readonly string[] }[] | undefined;
  if (branches?.every(({ required }) => required !== undefined) === true)
    return branches.map(({ required }) => required ?? []);
  if (node.minProperties !== 1) return [];
  return Object.keys((node.properties ?? {}) as object).map((key) => [key]);
}

function fillValue(spots: readonly SchemaLocation[], context: FillContext, path: readonly string[]): YamlData {
  const given = context.given.get(path.join("."));
  if (given !== undefined) return given;
  const constant = constantOf(spots);
  if (constant !== undefined) return constant;
  if (spots.some(({ node }) => node.properties !== undefined)) return fillObject(spots, context, path);
  if (spots.some(({ node }) => node.type === "array")) return fillList(spots, context, path);
  return habitual(spots, context, path) ?? derived(spots, context, path) ?? null;
}

function fillList(spots: readonly SchemaLocation[], context: FillContext, path: readonly string[]): YamlData {
  const prefix = `${path.join(".")}.`;
  const givenCount = Math.max(
    0,
    ...[...context.given.keys()]
      .filter((place) => place.startsWith(prefix))
      .map((place) => Number(place.slice(prefix.length).split(".")[0]) + 1 || 0),
  );
  const habit = givenCount === 0 ? habitual(spots, context, path) : undefined;
  if (habit !== undefined) return habit;
  const needed = wantsItem(spots, context, path) ? 1 : 0;
  const items = itemsOf(context.dossier.schemas, spots);
  return Array.from({ length: Math.max(needed, givenCount) }, (_, index) =>
    fillValue(items, context, [...path, String(index)]),
  );
}

/** Does a list begin with an empty place: when it may not be empty, or the sample's is not. */
function wantsItem(
  spots: readonly SchemaLocation[],
  { dossier, sample }: FillContext,
  path: readonly string[],
): boolean {
  if (spots.some(({ node }) => Number(node.minItems ?? 0) > 0)) return true;
  const like = at(sample, path);
  if (sample !== null) return Array.isArray(like) && like.length > 0;
  return itemsOf(dossier.schemas, spots).some(({ node }) => node.properties !== undefined);
}

function constantOf(spots: readonly SchemaLocation[]): YamlData | undefined {
  const found = spots.find(({ node }) => "const" in node);
  return found === undefined ? undefined : (found.node.const as YamlData);
}

/** What the earlier records of the kind say here: a reference, a choice, a number or a switch; wording only when all agree on it. */
function habitual(
  spots: readonly SchemaLocation[],
  { dossier, earlier, sample }: FillContext,
  path: readonly string[],
): YamlData | undefined {
  const last = at(earlier.at(-1)?.data, path);
  const value = last ?? at(sample, path);
  if (value === undefined || value === null) return undefined;
  const nodes = Array.isArray(value) ? itemsOf(dossier.schemas, spots) : spots;
  const target = referenceOf(nodes);
  if (target !== null) return isSettled(dossier, target, value, earlier, path) ? value : undefined;
  if (typeof value === "number" || typeof value === "boolean" || spots.some(({ node }) => node.enum !== undefined))
    return value;
  if (typeof value !== "string" || isDate(spots)) return undefined;
  if (path.at(-1) === "caseIndex" || path.at(-2)?.endsWith("Cases") || path.at(-1) === "alias") return value;
  const all = [...earlier.map(({ data }) => at(data, path)), ...(sample === null ? [] : [at(sample, path)])];
  return all.length > 1 && all.every((one) => one === value) ? value : undefined;
}

/** Whom the office always names here: all earlier records agree, and it is no list of people, who differ from one document to the next. */
function isSettled(
  dossier: Dossier,
  target: string,
  value: YamlData,
  earlier: readonly ContentRecord[],
  path: readonly string[],
): boolean {
  if (earlier.length === 0 || !LASTING.has(target) || path.some((step) => /^\d+$/.test(step))) return false;
  if (Array.isArray(value) && target === "people") return false;
  const said = JSON.stringify(value);
  if (!earlier.every(({ data }) => [said, undefined].includes(JSON.stringify(at(data, path))))) return false;
  return (Array.isArray(value) ? value : [value]).every(
    (id) => typeof id === "string" && (id === "self" || findAnyRecord(dossier, target, id) !== undefined),
  );
}

/** Collections whose records outlive one document. */
const LASTING = new Set(["people", "organisations", "districts", "territories", "documents"]);

/** What follows from the rest: the plan of the school year, the only record there is, the edge of a school year. */
function derived(
  spots: readonly SchemaLocation[],
  { dossier, date, sample }: FillContext,
  path: readonly string[],
): YamlData | undefined {
  const target = referenceOf(spots);
  if (target !== null) {
    const examples = spots.flatMap(({ node }) => (node.examples as unknown[] | undefined) ?? []);
    if (target === "organisations") return examples.includes("centre") ? "centre" : undefined;
    const records = anyRecordsOf(dossier, target);
    if (target === "plans") return planOf(dossier, date) ?? records.at(-1)?.id;
    return records.length === 1 ? records[0]?.id : undefined;
  }
  const example = at(sample, path);
  if (typeof example !== "string" || !isDate(spots)) return undefined;
  const begun = sampleDate(sample);
  if (begun === null) return undefined;
  if (example === begun) return date;
  const later = daysBetween(begun, example);
  if (later > 0 && later <= 7) return calendarOf(dossier).onOrAfter(addDays(date, later));
  const shift = schoolYearOf(date) - schoolYearOf(begun);
  return /-(09-01|12-31|05-31|08-31)$/.test(example)
    ? `${Number(example.slice(0, 4)) + shift}${example.slice(4)}`
    : undefined;
}

/** The day a sample stands on: its own date, else that of its approval. */
export function sampleDate(sample: Fields | null): string | null {
  const date = at(sample, ["date"]) ?? at(sample, ["approved", "date"]);
  return typeof date === "string" ? date : null;
}

/** Id of the plan whose school year a date falls in. */
export function planOf(dossier: Dossier, date: string): string | undefined {
  return recordsOf(dossier, "plans").find(
    ({ data: { schoolYear } }) => schoolYear !== undefined && covers(schoolYear, date),
  )?.id;
}

function isDate(spots: readonly SchemaLocation[]): boolean {
  return spots.some(({ node }) => node.format === "date");
}

/** Value at a path of plain data; undefined when a step is missing. */
export function at(data: unknown, path: readonly string[]): YamlData | undefined {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Fields)[key] : undefined,
    data,
  ) as YamlData | undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
