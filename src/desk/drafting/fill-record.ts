import { addDays } from "../../base/text/index.ts";
import {
  isFields,
  itemsOf,
  propertiesOf,
  referenceOf,
  type SchemaLocation,
  type YamlData,
} from "../../base/yaml/index.ts";
import {
  calendarOf,
  caseTitle,
  covers,
  daysBetween,
  isYearEdge,
  nomenclatureOf,
  schoolYearOf,
  valueAt,
} from "../../paperwork/facts/index.ts";
import {
  anyRecordsOf,
  type ContentRecord,
  type Dossier,
  findAnyRecord,
  findRecord,
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
  /** Paths that what is filled in already makes necessary: `text` of a notice whose event is not among the known ones. */
  readonly asked?: ReadonlySet<string>;
};

/** A value of the new record: its path (`items.0.due`, empty for the whole record) and what the schema says of it. */
type Place = { readonly path: string; readonly locations: readonly SchemaLocation[] };

/**
 * The data of a new record: required properties and given ones; a value that follows from the schema, the calendar or the
 * habit of earlier records is there, the rest is null.
 */
export function fillRecord(locations: readonly SchemaLocation[], context: FillContext): Fields {
  return fillObject({ path: "", locations }, context);
}

function fillObject({ path, locations }: Place, context: FillContext): Fields {
  const data: { [key: string]: YamlData } = {};
  const wanted = wantedKeys({ path, locations }, context);
  for (const [key, nodes] of propertiesOf(context.dossier.schemas, locations)) {
    const own = { path: path + key, locations: nodes };
    const habit = path === "" ? habitual(own, context) : undefined;
    if (wanted.has(key)) data[key] = fillValue(own, context);
    else if (habit !== undefined) data[key] = habit;
  }
  // A key the schema does not know is kept: the check will name it.
  for (const [place, value] of context.given) {
    const key = place.slice(path.length);
    if (place.startsWith(path) && !key.includes(".") && !(key in data)) data[key] = value;
  }
  return data;
}

/** Required keys, those that are given, and the first way of those where exactly one is needed. */
function wantedKeys(
  { path, locations }: Place,
  { given, asked = new Set(), earlier, sample }: FillContext,
): Set<string> {
  const keys = new Set([
    ...stepsUnder(path, given),
    ...stepsUnder(path, asked),
    ...locations.flatMap(({ node }) => (node.properties === undefined ? [] : (node.required ?? []))),
  ]);
  const ways = locations.map(({ node }) => waysOf(node)).find((found) => found.length > 0) ?? [];
  if (ways.length > 0 && !ways.some((way) => way.every((key) => keys.has(key)))) {
    const like = dataAt(earlier.at(-1)?.data, path) ?? dataAt(sample, path);
    const way = ways.find((one) => isFields(like) && one.every((key) => key in like)) ?? ways[0] ?? [];
    for (const key of way) keys.add(key);
  }
  return keys;
}

/** The next steps of the given paths that lead through a path. */
function stepsUnder(path: string, given: Pick<FillContext["given"], "keys">): string[] {
  return [...given.keys()]
    .filter((place) => place.startsWith(path))
    .map((place) => place.slice(path.length).split(".")[0] ?? "");
}

function waysOf(node: SchemaLocation["node"]): readonly (readonly string[])[] {
  const ways = (node.oneOf ?? node.anyOf)?.map(({ required }) => required);
  if (ways?.every((way) => way !== undefined) === true) return ways;
  return node.minProperties === 1 ? Object.keys(node.properties ?? {}).map((key) => [key]) : [];
}

function fillValue(place: Place, context: FillContext): YamlData {
  const { path, locations } = place;
  const given = context.given.get(path);
  if (given !== undefined) return given;
  const constant = locations.find(({ node }) => "const" in node);
  if (constant !== undefined) return constant.node.const as YamlData;
  if (locations.some(({ node }) => node.properties !== undefined))
    return fillObject({ path: `${path}.`, locations }, context);
  if (locations.some(({ node }) => node.type === "array")) return fillList(place, context);
  return habitual(place, context) ?? derived(place, context) ?? defaultOf(locations) ?? null;
}

/** What stands as long as nobody says otherwise, as the schema has it. */
function defaultOf(locations: readonly SchemaLocation[]): YamlData | undefined {
  return locations.find(({ node }) => "default" in node)?.node.default as YamlData | undefined;
}

function fillList(place: Place, context: FillContext): YamlData {
  const { path } = place;
  const givenCount = Math.max(0, ...stepsUnder(`${path}.`, context.given).map((step) => Number(step) + 1 || 0));
  const habit = givenCount === 0 ? habitual(place, context) : undefined;
  if (habit !== undefined) return habit;
  const locations = itemsOf(context.dossier.schemas, place.locations);
  const needed = wantsItem(place, locations, context) ? 1 : 0;
  return Array.from({ length: Math.max(needed, givenCount) }, (_, index) =>
    fillValue({ path: `${path}.${index}`, locations }, context),
  );
}

/** Does a list begin with an empty place: when it may not be empty, or the sample's is not. */
function wantsItem({ path, locations }: Place, items: readonly SchemaLocation[], { sample }: FillContext): boolean {
  if (locations.some(({ node }) => Number(node.minItems ?? 0) > 0)) return true;
  const like = dataAt(sample, path);
  if (sample !== null) return Array.isArray(like) && like.length > 0;
  return items.some(({ node }) => node.properties !== undefined);
}

/**
 * What the earlier records of the kind say here: a reference, a choice inside a part, a number or a switch; wording only when all agree on it. Of
 * the sample, which tells of a centre that is not this one, only what its kind is filed under and how its parties are called.
 */
function habitual({ path, locations }: Place, context: FillContext): YamlData | undefined {
  const { dossier, earlier, sample } = context;
  const said = dataAt(earlier.at(-1)?.data, path);
  const value = said ?? dataAt(sample, path);
  // A year is that of the paper.
  if (value === undefined || value === null || path === "year") return undefined;
  const target = referenceOf(Array.isArray(value) ? itemsOf(dossier.schemas, locations) : locations);
  if (target !== null) return isSettled({ target, value, path }, context) ? value : undefined;
  if (typeof value === "object" || isDate(locations)) return undefined;
  const isChoice = locations.some(({ node }) => node.enum !== undefined);
  // What the paper is about is asked for anew, and so is what one row of it says: how many, how dear.
  if (isChoice || typeof value !== "string")
    return IN_ROW.test(path) || (isChoice && !path.includes(".")) || !isHabit(said, path, earlier) ? undefined : said;
  if (isPlaceOfPaper({ path, locations })) return said;
  if (/(^|\.)alias$/.test(path)) return value;
  if (/(^|\.)caseIndex$|Cases\.[^.]+$/.test(path)) return said ?? (isKnownCase(value, context) ? value : undefined);
  // A row has words of its own: a name, a subject.
  if (IN_ROW.test(path)) return undefined;
  const all = [...earlier.map(({ data }) => dataAt(data, path)), ...(sample === null ? [] : [dataAt(sample, path)])];
  return all.length > 1 && all.every((one) => one === value) ? value : undefined;
}

/** Of a sample's case: the nomenclature of the year has it too, or there is none to contradict it. */
function isKnownCase(index: string, { dossier, date }: FillContext): boolean {
  const year = Number(date.slice(0, 4));
  return nomenclatureOf(dossier, year) === undefined || caseTitle(dossier, index, year) !== undefined;
}

/** A number that one paper alone says is what that paper counted: its leaves, its hours. */
function isHabit(said: YamlData | undefined, path: string, earlier: FillContext["earlier"]): boolean {
  if (typeof said !== "number" || path.includes(".")) return true;
  return earlier.length > 1 && earlier.every(({ data }) => dataAt(data, path) === said);
}

/** Whom the office always names here: all earlier records agree, and it is no list of people, who differ from one document to the next. */
function isSettled(
  { target, value, path }: { readonly target: string; readonly value: YamlData; readonly path: string },
  { dossier, earlier }: FillContext,
): boolean {
  if (earlier.length === 0 || !LASTING.has(target) || IN_ROW.test(path)) return false;
  if (Array.isArray(value) && target === "people") return false;
  const said = JSON.stringify(value);
  if (!earlier.every(({ data }) => [said, undefined].includes(JSON.stringify(dataAt(data, path))))) return false;
  return [value]
    .flat()
    .every((id) => typeof id === "string" && (id === "self" || findAnyRecord(dossier, target, id) !== undefined));
}

/** A path through a row of a list: `property.0.price`. */
const IN_ROW = /(^|\.)\d+(\.|$)/;
/** Collections whose records outlive one document. */
const LASTING = new Set(["people", "organisations", "districts", "territories", "documents"]);

/** What follows from the rest: the plan of the school year, the only record there is, the place of the author, the edge of a school year. */
function derived(place: Place, context: FillContext): YamlData | undefined {
  const { path, locations } = place;
  const { dossier, date, sample, given } = context;
  if (referenceOf(locations) !== null) return derivedReference(place, context);
  if (isPlaceOfPaper({ path, locations }))
    return findRecord(dossier, "organisations", String(given.get("issuer") ?? "centre"))?.data.locality;
  const example = dataAt(sample, path);
  const begun = sampleDate(sample);
  if (typeof example !== "string" || !isDate(locations) || begun === null || IN_ROW.test(path)) return undefined;
  if (example === begun) return date;
  const later = daysBetween(begun, example);
  if (later > 0 && later <= 7) return calendarOf(dossier).onOrAfter(addDays(date, later));
  const shift = schoolYearOf(date) - schoolYearOf(begun);
  // How long something is valid is decided anew; the ends of a period go with the school year.
  return isYearEdge(example) && /\.(from|to)$/.test(path)
    ? `${Number(example.slice(0, 4)) + shift}${example.slice(4)}`
    : undefined;
}

/** Where a paper is drawn up, «с. Примерное», unlike the place of an event. */
function isPlaceOfPaper({ path, locations }: Place): boolean {
  const isLocality = (example: unknown): boolean => /^\p{Ll}+\. ?[\p{L}-]+$/u.test(String(example));
  return path === "place" && locations.some(({ node }) => node.examples?.some(isLocality));
}

function derivedReference({ path, locations }: Place, { dossier, date, sample }: FillContext): string | undefined {
  const target = referenceOf(locations) ?? "";
  const records = anyRecordsOf(dossier, target);
  if (target === "organisations")
    return locations.some(({ node }) => node.examples?.includes("centre") === true) ? "centre" : undefined;
  if (target === "plans") return planOf(dossier, date) ?? records.at(-1)?.id;
  // A paper of a year of its own has the nomenclature of that one.
  if (/(^|\.)nomenclature$/.test(path))
    return dataAt(sample, "year") === undefined ? nomenclatureOf(dossier, Number(date.slice(0, 4)))?.id : undefined;
  return records.length === 1 ? records[0]?.id : undefined;
}

/** The day a sample stands on: its own date, else that of its approval. */
export function sampleDate(sample: Fields | null): string | null {
  const date = valueAt(sample, "date") ?? valueAt(sample, "approved.date");
  return typeof date === "string" ? date : null;
}

/** Id of the plan whose school year a date falls in. */
export function planOf(dossier: Dossier, date: string): string | undefined {
  return recordsOf(dossier, "plans").find(
    ({ data: { schoolYear } }) => schoolYear !== undefined && covers(schoolYear, date),
  )?.id;
}

function isDate(locations: readonly SchemaLocation[]): boolean {
  return locations.some(({ node }) => node.format === "date");
}

/** The value at a path of data as they were read; a path that ends in a full stop is that of an object. */
function dataAt(data: Fields | null | undefined, path: string): YamlData | undefined {
  return (path === "" ? data : valueAt(data, path.replace(/\.$/, ""))) as YamlData | undefined;
}
