import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parse } from "yaml";
import { type Project, packageRoot } from "../build/index.ts";
import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import {
  type ContentRecord,
  propertiesOf,
  readRecords,
  readYaml,
  referenceOf,
  type SchemaSpot,
  schemaAt,
  suggest,
  type YamlData,
} from "../records/index.ts";
import { at, type Fields, fillRecord, planOf, sampleDate } from "./fill-record.ts";
import { nextInSeries } from "./number-series.ts";
import { recordForm } from "./record-form.ts";
import { recordName } from "./record-name.ts";
import { type RecordType, recordTypes } from "./record-types.ts";
import { schoolYearOf, workingDays } from "./working-days.ts";

export type NewRecordOptions = {
  /** A document kind (`order-general`) or a kind of record (`activity`, `person`). */
  readonly type: string;
  /** The day to begin from, ISO; the document gets this day or the next working one. */
  readonly date: string;
  /** Document or plan activity that the new record is about. */
  readonly of?: string;
  /** Record to copy. */
  readonly like?: string;
  /** `path=value` of the command line, parsed as YAML: `items.0.due` → 2025-11-28. */
  readonly set?: readonly (readonly [path: string, value: string])[];
  /** Name of the file without extension. */
  readonly id?: string;
  /** False only tells what would be written. */
  readonly write: boolean;
};

export type NewRecord = {
  readonly file: string;
  readonly id: string;
  readonly text: string;
  readonly title: string;
  /** What is left to fill in, as `trc check` will say it. */
  readonly gaps: readonly Diagnostic[];
  /** Why the date or the number is what it is. */
  readonly notes: readonly string[];
};

/**
 * Begins a record: the next free number of its series, a sensible date, what the office always writes, empty places with
 * comments for the rest. Never overwrites. Codes TRC9001–TRC9005.
 */
export async function newRecord(project: Project, options: NewRecordOptions): Promise<Outcome<NewRecord>> {
  const types = recordTypes(project);
  const type = types.find(({ name }) => name === options.type);
  if (type === undefined) return { diagnostics: [unknownType(options.type, types)] };
  const drafted = draft(project, type, options);
  if (drafted.value === undefined) return { diagnostics: drafted.diagnostics };
  const { data, notes } = drafted.value;
  const name = recordName(project, type, data, options.id);
  if (name.value === undefined) return { diagnostics: name.diagnostics };
  const { id, inside } = name.value;
  const text = `# yaml-language-server: $schema=${modeline(project, inside, type.schemaFile)}\n${heading(type, options)}${recordForm(
    {
      schemas: project.schemas,
      spots: schemaAt(project.schemas, type.schema),
      data,
      order: Object.keys(type.sample ?? {}),
    },
  )}`;
  const file = `${project.content.split(sep).join("/")}/${inside}`;
  if (project.dossier.collections.get(type.collection)?.has(id) === true || existsSync(join(project.content, inside)))
    return { diagnostics: [taken(file)] };
  const gaps = gapsOf(project, file, inside, text);
  if (options.write) await put(join(project.content, inside), text);
  return { value: { file, id, text, title: type.title, gaps, notes }, diagnostics: [] };
}

type Draft = { readonly data: Fields; readonly notes: readonly string[] };

function draft(project: Project, type: RecordType, options: NewRecordOptions): Outcome<Draft> {
  const spots = schemaAt(project.schemas, type.schema);
  const records = [...(project.dossier.collections.get(type.collection)?.values() ?? [])];
  const like = options.like === undefined ? undefined : records.find(({ id }) => id === options.like);
  if (options.like !== undefined && like === undefined)
    return {
      diagnostics: [
        unknownRecord(
          "--like",
          options.like,
          records.map(({ id }) => id),
        ),
      ],
    };
  const earlier = records.filter(({ kind }) => type.kind !== null && kind === type.kind).sort(byDate);
  const given = new Map<string, YamlData>();
  if (like !== undefined)
    for (const [key, value] of Object.entries(shifted(like.data, options.date))) given.set(key, value);
  if (typeof like?.data["plan"] === "string")
    given.set("plan", planOf(project.dossier, options.date) ?? like.data["plan"]);
  const about = options.of === undefined ? undefined : setAbout(project, spots, options.of, given);
  if (about !== undefined && about.diagnostics.length > 0) return { diagnostics: about.diagnostics };
  for (const [path, value] of options.set ?? []) given.set(path, parseValue(value));
  if (type.kind !== null && hasProperty(project, spots, "kind")) given.set("kind", type.kind);
  const assigned = assignees(given);
  // Whoever is told to do something is made acquainted with the order.
  if (assigned.length > 0 && hasProperty(project, spots, "acknowledge") && !given.has("acknowledge"))
    given.set("acknowledge", assigned);
  const notes = dateAndNumber(project, type, spots, earlier, records, options, given);
  const data = fillRecord(spots, {
    dossier: project.dossier,
    date: String(given.get("date") ?? options.date),
    sample: type.sample,
    earlier,
    given,
  });
  return { value: { data: type.complete?.(project, data, options.date) ?? data, notes }, diagnostics: [] };
}

function assignees(given: ReadonlyMap<string, YamlData>): string[] {
  const values = [...given]
    .filter(([path]) => /\.(assignees|person)(\.\d+)?$/.test(path))
    .flatMap(([, value]) => value);
  return [...new Set(values.filter((value): value is string => typeof value === "string"))];
}

/** Sets `date` and `number` of `given` when the record has them, and tells why they are so. */
function dateAndNumber(
  project: Project,
  type: RecordType,
  spots: readonly SchemaSpot[],
  earlier: readonly ContentRecord[],
  records: readonly ContentRecord[],
  options: NewRecordOptions,
  given: Map<string, YamlData>,
): string[] {
  const notes: string[] = [];
  const set = new Set((options.set ?? []).map(([path]) => path));
  const datePath = hasProperty(project, spots, "date")
    ? "date"
    : at(type.sample, ["approved", "date"]) === undefined
      ? null
      : "approved.date";
  const days = workingDays(project.dossier);
  let date = options.date;
  if (type.kind !== null && datePath !== null && !set.has(datePath)) date = days.onOrAfter(options.date);
  else if (typeof given.get("date") === "string" && set.has("date")) date = String(given.get("date"));
  const issuer = String(given.get("issuer") ?? earlier.at(-1)?.data["issuer"] ?? type.sample?.["issuer"] ?? "");
  const sameAuthor = records.filter(
    ({ data }) => String(data["issuer"] ?? "") === issuer || data["issuer"] === undefined,
  );
  const pattern = earlier.at(-1)?.data["number"] ?? type.sample?.["number"];
  if (typeof pattern === "string" && hasProperty(project, spots, "number") && !set.has("number")) {
    const series = /^\d+$/.test(pattern) && type.collection === "reports" ? earlier : sameAuthor;
    let next = nextInSeries(project.dossier, issuer, series, seriesPattern(pattern, series), date);
    if (
      !set.has("date") &&
      next.lastDate !== null &&
      next.lastDate > date &&
      next.lastDate.slice(0, 4) === date.slice(0, 4)
    ) {
      date = days.onOrAfter(next.lastDate);
      next = nextInSeries(project.dossier, issuer, series, seriesPattern(pattern, series), date);
      notes.push(`Дата – ${date}: раньше последнего документа того же ряда (${next.lastDate}) номер занять нельзя`);
    }
    given.set("number", next.number);
    notes.push(`Номер ${next.number} – следующий свободный`);
  }
  if (type.kind !== null && datePath !== null && !set.has(datePath)) {
    given.set(datePath, date);
    if (date !== options.date && notes.every((note) => !note.startsWith("Дата")))
      notes.push(`Дата – ${date}: ${options.date} – нерабочий день`);
    if (!days.knows(Number(date.slice(0, 4))))
      notes.push(
        `Рабочего календаря на ${date.slice(0, 4)} год нет: праздники не учтены. Создайте его: trc new calendar --set year=${date.slice(0, 4)}`,
      );
  }
  return notes;
}

/** The tail that the author's own numbers have, when the kind itself has no number yet. */
function seriesPattern(pattern: string, records: readonly ContentRecord[]): string {
  const used = records
    .map(({ data }) => data["number"])
    .filter((number): number is string => typeof number === "string");
  const tail = pattern.replace(/^\d+/, "");
  return used.length === 0 || used.some((number) => number.replace(/^\d+/, "") === tail)
    ? pattern
    : (used.at(-1) ?? pattern);
}

/** A record is about a document or an activity; whom it names is set by `--set`. */
const WHO = new Set(["people", "organisations", "centre"]);

/** Puts the id of `--of` where the schema has a reference to its folder, with what both records refer to alike. */
function setAbout(
  project: Project,
  spots: readonly SchemaSpot[],
  id: string,
  given: Map<string, YamlData>,
): Outcome<null> {
  const holders = [...project.dossier.collections]
    .filter(([name, records]) => !WHO.has(name) && records.has(id))
    .map(([name]) => name);
  const found = referencePath(project, spots, new Set(holders), []);
  if (found === null) {
    const known = [...project.dossier.collections.values()].flatMap((records) => [...records.keys()]);
    return { diagnostics: [known.includes(id) ? notAbout(id) : unknownRecord("--of", id, known)] };
  }
  given.set(found.path.join("."), id);
  const about = project.dossier.collections.get(found.collection)?.get(id);
  for (const [key, nodes] of propertiesOf(project.schemas, spots)) {
    const value = about?.data[key];
    if (referenceOf(nodes) !== null && typeof value === "string" && !given.has(key) && isRequired(spots, key))
      given.set(key, value);
  }
  return { value: null, diagnostics: [] };
}

function referencePath(
  project: Project,
  spots: readonly SchemaSpot[],
  collections: ReadonlySet<string>,
  path: readonly string[],
): { readonly path: readonly string[]; readonly collection: string } | null {
  const target = referenceOf(spots);
  if (target !== null && collections.has(target)) return { path, collection: target };
  if (path.length > 5) return null;
  const entries = [...propertiesOf(project.schemas, spots)].sort(
    ([a], [b]) => Number(isRequired(spots, b)) - Number(isRequired(spots, a)),
  );
  for (const [key, nodes] of entries) {
    const found =
      referencePath(project, nodes, collections, [...path, key]) ??
      inItems(project, nodes, collections, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

function inItems(
  project: Project,
  spots: readonly SchemaSpot[],
  collections: ReadonlySet<string>,
  path: readonly string[],
): ReturnType<typeof referencePath> {
  const items = spots.flatMap(({ base, node }) =>
    typeof node["items"] === "object" && node["items"] !== null
      ? [{ base, node: node["items"] as SchemaSpot["node"] }]
      : [],
  );
  return items.length === 0 ? null : referencePath(project, items, collections, [...path, "0"]);
}

function isRequired(spots: readonly SchemaSpot[], key: string): boolean {
  return spots.some(({ node }) => ((node["required"] as readonly string[] | undefined) ?? []).includes(key));
}

function hasProperty(project: Project, spots: readonly SchemaSpot[], key: string): boolean {
  return propertiesOf(project.schemas, spots).has(key);
}

/** A copied record moves with its school year: every date by the same whole years. */
function shifted(data: Fields, date: string): Fields {
  const from = sampleDate(data);
  const years = from === null ? 0 : schoolYearOf(date) - schoolYearOf(from);
  const move = (value: YamlData): YamlData => {
    if (typeof value === "string" && /^\d{4}-\d{2}(-\d{2})?$/.test(value))
      return `${Number(value.slice(0, 4)) + years}${value.slice(4)}`.replace(/-02-29$/, "-02-28");
    if (Array.isArray(value)) return value.map(move);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, move(one)]));
    return value;
  };
  return years === 0 ? data : (move(data) as Fields);
}

function parseValue(text: string): YamlData {
  try {
    return parse(text, { schema: "core" }) as YamlData;
  } catch {
    // Not YAML: then it is the text itself, as in `--set subject=О мерах: срочно`.
    return text;
  }
}

function byDate(a: ContentRecord, b: ContentRecord): number {
  const [left, right] = [String(a.data["date"] ?? ""), String(b.data["date"] ?? "")];
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
}

function heading(type: RecordType, { of }: NewRecordOptions): string {
  const about = of === undefined ? "" : ` К записи ${of}.`;
  return `# ${type.title}.${about} Заполните пустые места; строки с решёткой – подсказки, их можно удалить.\n`;
}

/** What the modeline of a record names: the way from its file to its schema. */
export function modeline(project: Project, inside: string, schemaFile: string): string {
  const from = dirname(resolve(project.content, inside));
  return relative(from, join(schemasRoot(project.content), schemaFile))
    .split(sep)
    .join("/");
}

/** Where the schemas lie that the records of a content folder name: its own copy `.schemas`, else those of the program. */
export function schemasRoot(content: string): string {
  const copy = resolve(content, ".schemas");
  return existsSync(copy) ? copy : packageRoot();
}

function gapsOf(project: Project, file: string, inside: string, text: string): readonly Diagnostic[] {
  const source = { path: file, inside, bytes: new TextEncoder().encode(text) };
  if (readYaml(source).value === undefined) throw new Error(`the form of ${file} is not YAML:\n${text}`);
  const read = readRecords([...project.files, source], project.schemas);
  return read.diagnostics.filter(({ place }) => place?.file === file);
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: "wx" });
}

function unknownType(name: string, types: readonly RecordType[]): Diagnostic {
  const near = suggest(
    name,
    types.map((type) => type.name),
  );
  return {
    code: "TRC9001",
    severity: "error",
    message: `Нет вида записи «${name}»`,
    hints: [
      near.length > 0
        ? `Возможно, имелось в виду: ${near.join(", ")}`
        : `Бывают: ${types.map((type) => type.name).join(", ")}`,
    ],
  };
}

function unknownRecord(option: string, id: string, known: readonly string[]): Diagnostic {
  const near = suggest(id, known);
  return {
    code: "TRC9002",
    severity: "error",
    message: `Ключ ${option}: нет записи «${id}»`,
    hints: [
      near.length > 0
        ? `Возможно, имелось в виду: ${near.join(", ")}`
        : `Есть: ${known.slice(0, 12).join(", ")}${known.length > 12 ? " …" : ""}`,
    ],
  };
}

function notAbout(id: string): Diagnostic {
  return {
    code: "TRC9003",
    severity: "error",
    message: `Ключ --of: запись этого вида не может ссылаться на «${id}»`,
    hints: ["Назовите запись другой папки или уберите ключ --of"],
  };
}

function taken(file: string): Diagnostic {
  return {
    code: "TRC9004",
    severity: "error",
    message: `Файл ${file} уже есть, он не тронут`,
    hints: ["Откройте его и измените", "Если нужна ещё одна запись, дайте ей другое имя: --id ИМЯ"],
  };
}
