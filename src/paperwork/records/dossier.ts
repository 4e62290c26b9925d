import type { Place } from "../../base/diagnostics/index.ts";
import type { TextSpan, YamlData } from "../../base/yaml/index.ts";
import { type RecordTypes, SHAPES } from "../schemas/index.ts";
import { fitting } from "./fitting.ts";
import type { RecordSchemas } from "./record-schemas.ts";

/** Data of a record as it was read: anything may stand there. */
type Fields = { readonly [key: string]: YamlData };

/** A record's type as code may rely on it: whatever is there is of its type, and any part may be missing, for a record may be unfinished. */
type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : string extends keyof T
    ? { readonly [name: string]: Loose<T[keyof T]> }
    : T extends object
      ? { readonly [Name in keyof T]?: Loose<T[Name]> }
      : T;

/** Name of a collection: a folder of records, or a record that stands alone. */
export type Collection = keyof RecordTypes;

/** Data of the records of a collection: `DataOf<"orders">["date"]` is `string | undefined`. */
export type DataOf<C extends Collection> = Loose<RecordTypes[C]>;

/** A record of a collection, typed by its schema and those of the kinds that come with the program. */
export type RecordOf<C extends Collection> = ContentRecord<DataOf<C>> & { readonly collection: C };

/** One record: a YAML file with the place of each value. `data` is frozen; untyped, it is what was read, right or not. */
export type ContentRecord<Data = Fields> = {
  readonly collection: string;
  readonly id: string;
  /** File as shown to the user. */
  readonly file: string;
  /** File inside the content folder, the same wherever the folder lies. */
  readonly source: string;
  readonly kind: string | null;
  readonly data: Data;
  /** What it says instead from days on which acts that amend it changed that, in the order of the days; absent: no act does. */
  readonly later?: readonly { readonly from: string; readonly data: Data }[];
  /** URI of the schema the record was checked against. */
  readonly schema: string;
  /** The file as it was read, and where its texts stand in it. */
  readonly text: string;
  readonly spans: readonly TextSpan[];
  readonly placeAt: (start: number, end: number) => Place;
  readonly placeOf: (pointer: string) => Place;
  readonly keyPlaceOf: (pointer: string) => Place;
};

/** What a record says on a day (ISO), with the acts that amend it. */
export function dataOn<Data>({ data, later = [] }: Pick<ContentRecord<Data>, "data" | "later">, date: string): Data {
  return later.findLast(({ from }) => from <= date)?.data ?? data;
}

/** A record as it stands with all that acts have changed in it, those of days to come too. */
export function asAmended<Of extends Pick<ContentRecord<unknown>, "data" | "later">>(record: Of): Of {
  const last = record.later?.at(-1);
  return last === undefined ? record : { ...record, data: last.data };
}

/** Where a kind has the number, the author and the file of a document: dotted paths in its record, null where it has none. */
type KindPaths = { readonly number: string | null; readonly author: string | null; readonly paper?: string | null };

/** All records of a content folder, by collection and id, in the order of ids. */
export type Dossier = {
  readonly collections: ReadonlyMap<string, ReadonlyMap<string, ContentRecord>>;
  readonly schemas: RecordSchemas;
  /** The kinds of documents by their ids; absent where only records are read. */
  readonly kinds?: ReadonlyMap<string, KindPaths> | undefined;
};

/** The records of a collection, typed, in the order of ids; of one kind when it is named. */
export function recordsOf<C extends Collection>(
  dossier: Dossier,
  collection: C,
  kind?: string,
): readonly RecordOf<C>[] {
  return anyRecordsOf(dossier, collection)
    .filter((record) => kind === undefined || record.kind === kind)
    .map((record) => typed<C>(record));
}

/** The record a reference names, typed; undefined when there is none. The centre itself stands among the organisations as `centre`. */
export function findRecord<C extends Collection>(
  dossier: Dossier,
  collection: C,
  id: string | undefined,
): RecordOf<C> | undefined {
  const found = id === undefined ? undefined : findAnyRecord(dossier, collection, id);
  return found === undefined ? undefined : typed<C>(found);
}

/** The record typed, when it is of the collection. */
export function recordAs<C extends Collection>(record: ContentRecord, collection: C): RecordOf<C> | undefined {
  return record.collection === collection ? typed<C>(record) : undefined;
}

/** The records of a collection known only by its name, as they were read, for work that goes by the schema of each. */
export function anyRecordsOf(dossier: Dossier, collection: string): readonly ContentRecord[] {
  return [...(dossier.collections.get(collection)?.values() ?? [])];
}

/** Every record there is, by collections, as they were read. */
export function allRecords(dossier: Dossier): readonly ContentRecord[] {
  return [...dossier.collections.values()].flatMap((records) => [...records.values()]);
}

/** The records, each as `change` has it. */
export function withRecords(dossier: Dossier, change: (record: ContentRecord) => ContentRecord): Dossier {
  const collections = [...dossier.collections].map(
    ([name, records]) => [name, new Map([...records].map(([id, record]) => [id, change(record)]))] as const,
  );
  return { ...dossier, collections: new Map(collections) };
}

/** The record that a reference to a collection known only by its name leads to, as it was read. */
export function findAnyRecord(dossier: Dossier, collection: string, id: string): ContentRecord | undefined {
  const own = dossier.collections.get(collection)?.get(id);
  if (own !== undefined) return own;
  return collection === "organisations" && id === "centre"
    ? dossier.collections.get("centre")?.get("centre")
    : undefined;
}

/** Records that had something in them that is not of its type, without it. */
const FITTED = new WeakMap<ContentRecord, ContentRecord>();

/** The record itself when its data are of their types, as those of a record without faults are; else one without what is not. */
function typed<C extends Collection>(record: ContentRecord): RecordOf<C> {
  const known = FITTED.get(record) ?? fitted(record);
  FITTED.set(record, known);
  return known as unknown as RecordOf<C>;
}

function fitted(record: ContentRecord): ContentRecord {
  const shape = SHAPES[record.collection] ?? "object";
  const data = fitting(record.data, shape) as Fields;
  const { later } = record;
  if (later !== undefined)
    return { ...record, data, later: later.map((one) => ({ ...one, data: fitting(one.data, shape) as Fields })) };
  return data === record.data ? record : { ...record, data };
}
