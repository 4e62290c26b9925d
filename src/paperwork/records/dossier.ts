import type { Place } from "../../base/diagnostics/index.ts";
import type { TextSpan, YamlData } from "../../base/yaml/index.ts";
import type { RecordSchemas } from "./record-schemas.ts";

/** One record: a YAML file, checked and with the place of each value. `data` is frozen. */
export type ContentRecord = {
  readonly collection: string;
  readonly id: string;
  /** File as shown to the user. */
  readonly file: string;
  /** File inside the content folder, the same wherever the folder lies. */
  readonly source: string;
  readonly kind: string | null;
  readonly data: { readonly [key: string]: YamlData };
  /** URI of the schema the record was checked against. */
  readonly schema: string;
  /** The file as it was read, and where its texts stand in it. */
  readonly text: string;
  readonly spans: readonly TextSpan[];
  readonly placeAt: (start: number, end: number) => Place;
  readonly placeOf: (pointer: string) => Place;
  readonly keyPlaceOf: (pointer: string) => Place;
};

/** All records of a content folder, by collection and id, in the order of ids. */
export type Dossier = {
  readonly collections: ReadonlyMap<string, ReadonlyMap<string, ContentRecord>>;
  readonly schemas: RecordSchemas;
};

/** The record a reference names. The centre itself stands among the organisations as `centre`. */
export function findRecord(dossier: Dossier, collection: string, id: string): ContentRecord | undefined {
  const own = dossier.collections.get(collection)?.get(id);
  if (own !== undefined) return own;
  return collection === "organisations" && id === "centre"
    ? dossier.collections.get("centre")?.get("centre")
    : undefined;
}
