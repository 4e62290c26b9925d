import {
  type Diagnostic,
  didYouMean,
  type Outcome,
  raise,
  startOf,
  suggest,
  type Text,
  text,
} from "../../base/diagnostics/index.ts";
import { isReservedName, sortOfStray } from "../../base/text/index.ts";
import {
  createValidator,
  forgetYaml,
  isFields,
  Recent,
  readYaml,
  sameFile,
  type Validate,
  type YamlCache,
} from "../../base/yaml/index.ts";
import { COLLECTIONS, SINGLES } from "../schemas/index.ts";
import type { ContentFile } from "./content-file.ts";
import { type ContentRecord, type Dossier, findAnyRecord } from "./dossier.ts";
import { FINDINGS } from "./findings.ts";
import { centreTaken, noCentre, noKind, notARecord } from "./record-faults.ts";
import { formatOf } from "./record-format.ts";
import { recordLeaves } from "./record-leaves.ts";
import { kindUri, type RecordSchemas, sharedUri } from "./record-schemas.ts";
import { checkReferences, referenceKey } from "./references.ts";
import { oldModeline } from "./shared-references.ts";

/** Reads the records of one content folder. @param cache what earlier processes found right with the same schemas */
export type ReadRecords = (files: readonly ContentFile[], cache?: YamlCache | null) => Outcome<Dossier>;

/** Reads every record of one content folder once: see `createReader`. */
export function readRecords(
  files: readonly ContentFile[],
  schemas: RecordSchemas,
  kinds?: Dossier["kinds"],
): Outcome<Dossier> {
  return createReader(schemas, kinds)(files);
}

/**
 * A reader of content folders: YAML, name and folder, schema, references. All faults of all files are collected; the dossier is there even
 * when some records are not. What one file results in depends on its bytes and the schemas alone, so a file that has not changed since it was
 * last read with them is not read again.
 */
export function createReader(schemas: RecordSchemas, kinds?: Dossier["kinds"]): ReadRecords {
  const { validate, records } = memoryOf(schemas);
  return (files, cache = null) =>
    assemble(files, { schemas, kinds }, (file) => {
      const before = records.get(file.path);
      if (before !== undefined && before.file.inside === file.inside && sameFile(before.file, file)) {
        if (cache !== null) keep(before, cache);
        return before.outcome;
      }
      const outcome = readRecord(file, { schemas, validate, cache });
      records.set(file.path, { file, outcome });
      return outcome;
    });
}

/** A record that this process knows is valid is cached for the next one as well. */
function keep({ file, outcome }: Known, cache: YamlCache): void {
  if (outcome.value === undefined || outcome.diagnostics.length > 0) return;
  readYaml(file, cache);
  cache.storeValid(file, outcome.value.schema);
}

/** What would be wrong with a record if it said something else: what its schema finds, and references that lead nowhere. */
export function faultsOfData(dossier: Dossier, record: ContentRecord, data: ContentRecord["data"]): Text[] {
  const { value: yaml } = readYaml({ path: record.file, bytes: new TextEncoder().encode(JSON.stringify(data)) });
  const found = yaml === undefined ? [] : memoryOf(dossier.schemas).validate(record.schema, yaml);
  const missing = recordLeaves(dossier.schemas, { ...record, data }).filter(
    ({ reference, value }) =>
      reference !== null && value !== "self" && findAnyRecord(dossier, reference, String(value)) === undefined,
  );
  return [
    ...found.map(({ message }) => message),
    ...missing.map(({ reference, value }) =>
      text(`Записи «${value}» нет в папке ${reference}`, `There is no record “${value}” in the folder ${reference}`),
    ),
  ];
}

/** A sample record of a kind, and the folder of its records. */
type SampleFile = { readonly file: ContentFile; readonly kind: string; readonly collection: string };

/** What is wrong with sample records by themselves; what they refer to need not be there, nor need the kind that a sheet is made for. */
export function sampleFaults(
  samples: readonly SampleFile[],
  schemas: RecordSchemas,
  cache: YamlCache | null = null,
): Diagnostic[] {
  const { validate } = memoryOf(schemas);
  return samples.flatMap(({ file, kind, collection }) => {
    const inside = SINGLES[collection] === undefined ? `${collection}/${kind}.yaml` : `${collection}.yaml`;
    const { diagnostics } = readRecord({ ...file, inside }, { schemas, validate, cache });
    return diagnostics.filter(({ code }) => code !== "TRC1025");
  });
}

function assemble(
  files: readonly ContentFile[],
  known: Pick<Dossier, "schemas" | "kinds">,
  read: (file: ContentFile) => Outcome<ContentRecord>,
): Outcome<Dossier> {
  const { diagnostics: newer } = formatOf(files);
  // Nothing more is said of what is not understood.
  if (newer.length > 0) return { diagnostics: newer };
  const diagnostics: Diagnostic[] = [];
  const collections = new Map<string, Map<string, ContentRecord>>();
  const sorted = [...files].sort((a, b) => (a.inside < b.inside ? -1 : 1));
  // Files that are there but cannot be read: a reference to one of them is no second fault.
  const unread = new Set<string>();
  for (const file of sorted) {
    const outcome = read(file);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value) diagnostics.push(...add(collections, outcome.value));
    else unread.add(referenceKey(file.inside.split("/")[0] ?? "", stemOf(file.inside)));
  }
  if (!collections.get("centre")?.has("centre")) {
    if (!sorted.some(isCentre) && !diagnostics.some(({ expected }) => expected === "centre.yaml"))
      diagnostics.push(noCentre(sorted));
    // That the centre cannot be read or is not there is told; that everything names it is the same fault.
    unread.add(CENTRE);
  }
  const dossier: Dossier = { collections: sortedCollections(collections), ...known };
  diagnostics.push(...checkReferences(dossier, unread, diagnostics));
  return { value: dossier, diagnostics };
}

/** The centre is one of the organisations to whoever refers to it. */
const CENTRE = referenceKey("organisations", "centre");

/** The record of the centre, be it in the wrong folder. */
function isCentre({ inside }: ContentFile): boolean {
  return inside === "centre.yaml" || nameOfCentre(inside);
}

/** A school must not be called as the centre is. */
function nameOfCentre(inside: string): boolean {
  return inside.startsWith("organisations/") && stemOf(inside) === "centre";
}

type Known = { readonly file: ContentFile; readonly outcome: Outcome<ContentRecord> };
type Memory = { readonly validate: Validate; readonly records: Recent<string, Known> };

/** What was read before with the same schemas. */
const MEMORIES = new WeakMap<RecordSchemas, Memory>();

function memoryOf(schemas: RecordSchemas): Memory {
  const known = MEMORIES.get(schemas) ?? { validate: createValidator(schemas), records: new Recent(16000) };
  MEMORIES.set(schemas, known);
  return known;
}

/** Lets go of what was read with the schemas: a run that has finished a centre does not come back to it. */
export function forgetRecords(schemas: RecordSchemas): void {
  MEMORIES.get(schemas)?.records.clear();
  forgetYaml();
}

type ReadContext = { readonly schemas: RecordSchemas; readonly validate: Validate; readonly cache: YamlCache | null };

function readRecord(file: ContentFile, { schemas, validate, cache }: ReadContext): Outcome<ContentRecord> {
  const name = recordName(file);
  if (name.value === undefined) return { diagnostics: name.diagnostics };
  const { collection, id } = name.value;
  const yaml = readYaml(file, cache);
  if (yaml.value === undefined) return { diagnostics: yaml.diagnostics };
  const { data, text, spans, placeAt, placeOf, keyPlaceOf } = yaml.value;
  if (!isFields(data)) return { diagnostics: [...yaml.diagnostics, notARecord(yaml.value)] };
  const { kind: named = null } = data;
  const kind = typeof named === "string" ? named : null;
  const schema = schemaOf(collection, kind, schemas);
  if (schema === null) return { diagnostics: [...yaml.diagnostics, noKind(yaml.value, { collection, kind }, schemas)] };
  const found = cache?.isValid(file, schema) ? [] : validate(schema, yaml.value);
  if (found.length === 0) cache?.storeValid(file, schema);
  const record: ContentRecord = {
    collection,
    id,
    file: file.path,
    source: file.inside,
    kind,
    data: freeze(data),
    schema,
    text,
    spans,
    placeAt,
    placeOf,
    keyPlaceOf,
  };
  return { value: record, diagnostics: [...yaml.diagnostics, ...found, ...oldModeline(yaml.value, collection)] };
}

/** URI of the schema that a record of a collection and kind is checked against; null where a kind must be named first. */
export function schemaOf(collection: string, kind: string | null, schemas: RecordSchemas): string | null {
  const single = SINGLES[collection];
  if (single !== undefined) return sharedUri(single);
  if (kind !== null && schemas.kinds.has(kind)) return kindUri(kind);
  const shared = COLLECTIONS[collection];
  return typeof shared === "string" ? sharedUri(shared) : null;
}

function stemOf(inside: string): string {
  return (inside.split("/").at(-1) ?? "").replace(/\.ya?ml(?:\.txt)?$/i, "");
}

/** Why files cannot be read as records, whatever the format of the records is: their names, and what is no YAML. */
export function unreadRecords(files: readonly ContentFile[]): Diagnostic[] {
  return files.flatMap((file) => {
    const { value: name, diagnostics: misnamed } = recordName(file);
    if (name === undefined) return [...misnamed];
    const { value: yaml, diagnostics } = readYaml(file);
    const wrong = diagnostics.filter(({ severity }) => severity === "error");
    return yaml === undefined || isFields(yaml.data) || wrong.length > 0 ? wrong : [notARecord(yaml)];
  });
}

/** Files that nobody has meant to be records: to name them rightly would make a second record of one thing. */
const STRAYS = {
  copy: {
    hints: text(
      "Похоже на копию файла: если она не нужна, удалите её; если это новая запись, дайте ей своё имя латинскими буквами и свои данные",
      "It looks like a copy of a file: delete it, or, if it is a new record, give it a name of its own in Latin letters and its own data",
    ),
  },
  temporary: {
    hints: text(
      "Это временный файл открытой программы: закройте её, и если файл остался, удалите его",
      "It is a temporary file of an open program: close the program, and delete the file if it is still there",
    ),
  },
} as const;

function recordName({ inside, path }: ContentFile): Outcome<{ collection: string; id: string }> {
  const place = startOf(path);
  const parts = inside.split("/");
  const stem = stemOf(inside);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(stem) || !inside.endsWith(".yaml")) {
    const name = parts.at(-1) ?? "";
    const stray = sortOfStray(name);
    return {
      diagnostics: [
        raise(FINDINGS.TRC1020, {
          message: text(`Неверное имя файла «${name}»`, `Wrong file name “${name}”`),
          place,
          ...(stray === null ? {} : STRAYS[stray]),
        }),
      ],
    };
  }
  if (isReservedName(stem))
    return {
      diagnostics: [
        raise(FINDINGS.TRC1020, {
          message: text(
            `Имя файла «${parts.at(-1)}» Windows отводит устройству: на ней такого файла не создать`,
            `Windows keeps the file name “${parts.at(-1)}” for a device: there it cannot be made`,
          ),
          hints: text(`Дополните имя: ${stem}-1.yaml`, `Make the name longer: ${stem}-1.yaml`),
          place,
        }),
      ],
    };
  if (nameOfCentre(inside)) return { diagnostics: [centreTaken(place)] };
  const folder = parts[0] ?? "";
  if (parts.length === 1 && SINGLES[stem] !== undefined)
    return { value: { collection: stem, id: stem }, diagnostics: [] };
  if (parts.length > 1 && Object.hasOwn(COLLECTIONS, folder))
    return { value: { collection: folder, id: stem }, diagnostics: [] };
  const known = parts.length === 1 ? Object.keys(SINGLES).map((name) => `${name}.yaml`) : Object.keys(COLLECTIONS);
  const near = suggest(parts.length === 1 ? `${stem}.yaml` : folder, known, 1)[0];
  return {
    diagnostics: [
      raise(FINDINGS.TRC1021, {
        message:
          parts.length === 1
            ? text(`Файл «${inside}» лежит не в своей папке`, `The file “${inside}” is in the wrong folder`)
            : text(`Неизвестная папка записей «${folder}»`, `Unknown folder of records “${folder}”`),
        hints: [
          ...(near ? [didYouMean([near])] : []),
          text(`Бывают: ${known.join(", ")}`, `There are: ${known.join(", ")}`),
        ],
        ...(near ? { expected: near } : {}),
        place,
      }),
    ],
  };
}

function add(collections: Map<string, Map<string, ContentRecord>>, record: ContentRecord): Diagnostic[] {
  const collection = collections.get(record.collection) ?? new Map<string, ContentRecord>();
  collections.set(record.collection, collection);
  const first = collection.get(record.id);
  if (first === undefined) {
    collection.set(record.id, record);
    return [];
  }
  return [
    raise(FINDINGS.TRC1022, {
      message: text(`Имя записи «${record.id}» уже занято`, `The name “${record.id}” is taken`),
      related: [
        {
          message: text("первая запись с этим именем", "the first record of this name"),
          place: first.placeOf(""),
        },
      ],
      place: record.placeOf(""),
    }),
  ];
}

function sortedCollections(
  collections: ReadonlyMap<string, ReadonlyMap<string, ContentRecord>>,
): Map<string, Map<string, ContentRecord>> {
  const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);
  return new Map([...collections].sort(byKey).map(([name, records]) => [name, new Map([...records].sort(byKey))]));
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    for (const child of Object.values(value)) freeze(child);
  }
  return value;
}
