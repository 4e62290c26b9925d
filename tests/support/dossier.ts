import { type Dossier, readRecords, readSchemas } from "../../src/paperwork/records/index.ts";

/** A dossier of the shared schemas from YAML texts by path inside the content folder; findings are a failure of the test. */
export function dossierOf(files: { readonly [path: string]: string }): Dossier {
  const schemas = readSchemas([]).value;
  if (schemas === undefined) throw new Error("no schemas");
  const sources = Object.entries(files).map(([inside, text]) => ({
    path: `content/${inside}`,
    inside,
    bytes: new TextEncoder().encode(text),
  }));
  const { value, diagnostics } = readRecords(sources, schemas);
  if (value === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}
