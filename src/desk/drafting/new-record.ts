import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { type Diagnostic, type Outcome, type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate, posixPath } from "../../base/text/index.ts";
import {
  createValidator,
  isFields,
  pointerSteps,
  propertiesOf,
  readYaml,
  schemaAt,
  type YamlData,
} from "../../base/yaml/index.ts";
import { schoolYearOf } from "../../paperwork/facts/index.ts";
import {
  anyRecordsOf,
  type ContentFile,
  type ContentRecord,
  findAnyRecord,
  readRecords,
} from "../../paperwork/records/index.ts";
import { modeline, type Project, readProject } from "../../project/reading/index.ts";
import { dateAndNumber } from "./date-and-number.ts";
import { type Fields, type FillContext, fillRecord, planOf, sampleDate } from "./fill-record.ts";
import { givenValue, strayStep } from "./given-value.ts";
import { strayProperty, taken, unknownRecord, unknownType } from "./new-record-faults.ts";
import { completeSchemas } from "./public-schemas.ts";
import { recordForm } from "./record-form.ts";
import { recordName } from "./record-name.ts";
import { type RecordType, recordTypes } from "./record-types.ts";
import { setAbout } from "./set-about.ts";
import { sameDay } from "./year-days.ts";
import { movedText, type YearPair } from "./year-texts.ts";

/** What a new record is to be. */
export type NewRecordOptions = {
  readonly content: string;
  /** Folder of kinds; the program's own without it. */
  readonly templates?: string | undefined;
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
  /** False only shows what would be written. */
  readonly write: boolean;
};

/** A record begun: its file and text, and what is left to fill in. */
export type NewRecord = {
  readonly file: string;
  readonly id: string;
  readonly text: string;
  readonly title: string;
  /** What is left to fill in, as `trc check` will say it. */
  readonly gaps: readonly Diagnostic[];
  /** Why the date or the number is what it is. */
  readonly notes: readonly Text[];
};

/**
 * `trc new`: begins a record with the next free number of its series, a sensible date, what the office always writes, and empty places with
 * comments for the rest. Writes one new file with `write`, never over one that is there. Codes TRC9001–TRC9005, TRC9007, and those of a folder that
 * cannot be read.
 */
export async function newRecord(
  options: NewRecordOptions,
): Promise<Outcome<NewRecord> & Pick<Partial<Project>, "sourceOf">> {
  const { value: project, diagnostics } = await readProject(options);
  if (project === undefined) return { diagnostics };
  return { ...(await begun(project, options)), sourceOf: project.sourceOf };
}

async function begun(project: Project, options: NewRecordOptions): Promise<Outcome<NewRecord>> {
  const types = recordTypes(project);
  const type = types.find(({ name }) => name === options.type);
  if (type === undefined) {
    const names = types.map(({ name }) => name);
    return { diagnostics: [unknownType(options.type, names)] };
  }
  const drafted = draft(project, type, options);
  if (drafted.value === undefined) return { diagnostics: drafted.diagnostics };
  const { data, notes } = drafted.value;
  const name = recordName(project, type, { data, wanted: options.id });
  if (name.value === undefined) return { diagnostics: name.diagnostics };
  const { id, inside } = name.value;
  const file = `${posixPath(project.content)}/${inside}`;
  const path = join(project.content, inside);
  if (findAnyRecord(project.dossier, type.collection, id) !== undefined || existsSync(path))
    return { diagnostics: [taken(file)] };
  const body = `${modeline(project, inside, type.schema)}\n${heading(type, options)}${recordForm({
    schemas: project.schemas,
    locations: schemaAt(project.schemas, type.schema),
    data,
    order: Object.keys(type.sample ?? {}),
  })}`;
  const gaps = gapsOf(project, { path: file, inside, bytes: new TextEncoder().encode(body) });
  if (options.write) {
    await completeSchemas(project.content, project.schemas, type.schema);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, body, { flag: "wx" });
  }
  return { value: { file, id, text: body, title: type.title, gaps, notes }, diagnostics: [] };
}

type Draft = { readonly data: Fields; readonly notes: readonly Text[] };

function draft(project: Project, type: RecordType, options: NewRecordOptions): Outcome<Draft> {
  const { dossier, schemas } = project;
  const locations = schemaAt(schemas, type.schema);
  const records = anyRecordsOf(dossier, type.collection);
  const like = records.find(({ id }) => id === options.like);
  if (options.like !== undefined && like === undefined) {
    const ids = records.map(({ id }) => id);
    return { diagnostics: [unknownRecord("--like", options.like, ids)] };
  }
  const earlier = records.filter(({ kind }) => type.kind !== null && kind === type.kind).sort(byDate);
  const given = new Map(Object.entries(shifted(like?.data ?? {}, options.date)));
  if (typeof like?.data.plan === "string") given.set("plan", planOf(dossier, options.date) ?? like.data.plan);
  const about = options.of === undefined ? null : setAbout(project, locations, { id: options.of, given });
  if (about !== null) return { diagnostics: [about] };
  const stray = (options.set ?? []).flatMap(([path]) => {
    const found = strayStep(schemas, locations, path);
    return found === null ? [] : [strayProperty(path, found.step, found.known)];
  });
  if (stray.length > 0) return { diagnostics: stray };
  const has = (key: string): boolean => propertiesOf(schemas, locations).has(key);
  for (const [path, value] of options.set ?? []) given.set(path, givenValue(schemas, locations, { path, text: value }));
  if (type.kind !== null && has("kind")) given.set("kind", type.kind);
  const assigned = assignees(given);
  // Whoever is given a task is made acquainted with the order.
  if (assigned.length > 0 && has("acknowledge") && !given.has("acknowledge")) given.set("acknowledge", assigned);
  const notes = dateAndNumber({ dossier, type, has, earlier, records, options, given });
  const date = String(given.get("date") ?? options.date);
  const data = complete(project, type, { date, earlier, given, today: options.date });
  if (data.date === (given.get("date") ?? data.date))
    return { value: { data, notes: notes.map((note) => note.text) }, diagnostics: [] };
  const later = text(
    `Дата – ${numericDate(String(data.date))}: документ не раньше конца своего периода`,
    `Date ${data.date}: a document is not before the end of its period`,
  );
  const others = notes.flatMap((note) => (note.about === "date" ? [] : note.text));
  return { value: { data, notes: [...others, later] }, diagnostics: [] };
}

type Known = Pick<FillContext, "date" | "earlier" | "given"> & { readonly today: string };

/** The data of the record with a place for everything that what is filled in makes necessary. */
function complete(project: Project, type: RecordType, { today, ...known }: Known): Fields {
  const { dossier, schemas } = project;
  const validate = createValidator(schemas);
  const asked = new Set<string>();
  for (;;) {
    const filled = fillRecord(schemaAt(schemas, type.schema), { dossier, sample: type.sample, ...known, asked });
    const data = type.complete?.(project, filled, today) ?? filled;
    const { value: file } = readYaml({ path: "", bytes: new TextEncoder().encode(stringify(data)) });
    const before = asked.size;
    for (const { pointer = "", expected } of file === undefined ? [] : validate(type.schema, file).filter(isMissing))
      asked.add([...pointerSteps(pointer), expected].join("."));
    if (asked.size === before) return data;
  }
}

/** TRC1102: a property that the others make necessary is not there. */
function isMissing({ code, expected }: Diagnostic): boolean {
  return code === "TRC1102" && expected !== undefined;
}

function assignees(given: ReadonlyMap<string, YamlData>): string[] {
  const values = [...given].flatMap(([path, value]) =>
    /\.(assignees|person)(\.\d+)?$/.test(path) ? [value].flat() : assigneesIn(value),
  );
  return [...new Set(values.filter((value): value is string => typeof value === "string"))];
}

/** Those of a list of tasks that is given whole. */
function assigneesIn(value: YamlData): YamlData[] {
  if (Array.isArray(value)) return value.flatMap(assigneesIn);
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "assignees" || key === "person" ? [one].flat() : assigneesIn(one),
  );
}

/** A copied record moves with its school year: every date by the same whole years, and the name of that year in texts. Waivers are of the record that is copied. */
function shifted({ waivers: _, ...data }: Fields, date: string): Fields {
  const from = sampleDate(data);
  if (from === null) return data;
  const [old, next] = [schoolYearOf(from), schoolYearOf(date)].map((first) => ({ first, last: first + 1 }));
  if (old === undefined || next === undefined || old.first === next.first) return data;
  const move = (value: YamlData): YamlData => {
    if (typeof value === "string")
      return /^\d{4}-\d{2}(-\d{2})?$/.test(value)
        ? sameDay(value, next.first - old.first)
        : movedName(value, old, next);
    if (Array.isArray(value)) return value.map(move);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, move(one)]));
    return value;
  };
  return move(data) as Fields;
}

/** Papers of the summer name the year that ends, the one that begins, or both: the later one is moved first, and is not moved twice. */
function movedName(value: string, old: YearPair, next: YearPair): string {
  return movedText(movedText(value, after(old), after(next)).text, old, next).text;
}

function after({ first, last }: YearPair): YearPair {
  return { first: first + 1, last: last + 1 };
}

function byDate(a: ContentRecord, b: ContentRecord): number {
  const [left, right] = [String(a.data.date ?? ""), String(b.data.date ?? "")];
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
}

function heading(type: RecordType, { of }: NewRecordOptions): string {
  const about = of === undefined ? "" : ` К записи ${of}.`;
  return `# ${type.title}.${about} Заполните пустые места; строки с решёткой – подсказки, их можно удалить.\n`;
}

function gapsOf(project: Project, source: ContentFile): readonly Diagnostic[] {
  if (readYaml(source).value === undefined) throw new Error(`the form of ${source.path} is not YAML`);
  const read = readRecords([...project.files, source], project.schemas);
  const line = ({ place }: Diagnostic): number => place?.start.line ?? 0;
  return read.diagnostics.filter(({ place }) => place?.file === source.path).sort((a, b) => line(a) - line(b));
}
