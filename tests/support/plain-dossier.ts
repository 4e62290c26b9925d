import type { YamlData } from "../../src/base/yaml/index.ts";
import type { ContentRecord, Dossier } from "../../src/paperwork/records/index.ts";

type Records = { readonly [id: string]: { readonly [key: string]: YamlData } };

/** A dossier of records that no schema has seen, by collection and id. */
export function dossierOf(collections: { readonly [collection: string]: Records }): Dossier {
  const records = (collection: string, all: Records): [string, ContentRecord][] =>
    Object.entries(all).map(([id, data]) => {
      const kind = typeof data.kind === "string" ? data.kind : null;
      return [id, { collection, id, data, kind, schema: "", placeOf: placeIn(id) } as ContentRecord];
    });
  return {
    collections: new Map(Object.entries(collections).map(([name, all]) => [name, new Map(records(name, all))])),
    schemas: { schemas: new Map(), kinds: new Set() },
  };
}

function placeIn(id: string): ContentRecord["placeOf"] {
  const start = { line: 1, column: 1, offset: 0 };
  return (pointer) => ({ file: `${id}${pointer}`, start, end: start });
}
