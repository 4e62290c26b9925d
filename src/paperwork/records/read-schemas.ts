import { type Diagnostic, type Outcome, type Place, worded } from "../../base/diagnostics/index.ts";
import { decodeText, notJson, readYaml, type SchemaNode, type SourceFile, sameFile } from "../../base/yaml/index.ts";
import { SHARED_SCHEMAS } from "../schemas/index.ts";
import { checkPolicies, POLICY_KEYWORD } from "./publication-policy.ts";
import { kindUri, type RecordSchemas, sharedUri } from "./record-schemas.ts";

/**
 * The shared schemas with those of the kinds (`<kind>/schema.json`). TRC1013: a schema file is not JSON; TRC6501, TRC6502: a property
 * has no policy of publication, or one that does not suit it.
 */
export function readSchemas(files: readonly KindSchema[]): Outcome<RecordSchemas> {
  const known = LAST.find(({ of }) => of.length === files.length && of.every((one, at) => sameSchema(one, files[at])));
  if (known !== undefined) return known.outcome;
  const outcome = readAnew(files);
  LAST.unshift({ of: files, outcome });
  LAST.length = Math.min(LAST.length, 4);
  return outcome;
}

type KindSchema = { readonly kind: string; readonly file: SourceFile };

/** Compiled with their schemas are the validators of the records, so the same files give the same set. */
const LAST: { readonly of: readonly KindSchema[]; readonly outcome: Outcome<RecordSchemas> }[] = [];

function sameSchema(one: KindSchema, other: KindSchema | undefined): boolean {
  return other !== undefined && one.kind === other.kind && sameFile(one.file, other.file);
}

function readAnew(files: readonly KindSchema[]): Outcome<RecordSchemas> {
  const schemas = new Map<string, SchemaNode>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, schema] of Object.entries(SHARED_SCHEMAS)) schemas.set(sharedUri(name), schema);
  const kinds = new Set<string>();
  for (const { kind, file } of files) {
    const decoded = decodeText(file);
    diagnostics.push(...decoded.diagnostics);
    if (decoded.value === undefined) continue;
    const schema = parsed(file, decoded.value);
    diagnostics.push(...schema.diagnostics);
    if (schema.value === undefined) continue;
    schemas.set(kindUri(kind), schema.value);
    kinds.add(kind);
  }
  const set = {
    schemas,
    kinds,
    files: new Map(files.map(({ kind, file }) => [kindUri(kind), file])),
    keywords: [POLICY_KEYWORD],
  };
  for (const { kind, file } of files) if (kinds.has(kind)) diagnostics.push(...policyFaults(set, kind, file));
  return { value: set, diagnostics };
}

function policyFaults(set: RecordSchemas, kind: string, file: SourceFile): Diagnostic[] {
  const faults = checkPolicies(set, kindUri(kind));
  if (faults.length === 0) return [];
  // JSON is YAML, so its reader knows the places.
  const placeOf = readYaml(file).value?.placeOf ?? (() => startOf(file));
  return faults.map(({ code, pointer, message, hints }) => ({
    code,
    severity: "error",
    ...worded({ message, hints }),
    place: placeOf(pointer),
    pointer,
  }));
}

function parsed(file: SourceFile, source: string): Outcome<SchemaNode> {
  try {
    const schema: unknown = JSON.parse(source);
    return typeof schema === "object" && schema !== null && !Array.isArray(schema)
      ? { value: schema as SchemaNode, diagnostics: [] }
      : { diagnostics: [notJson(file, source, null)] };
  } catch (error) {
    return { diagnostics: [notJson(file, source, error)] };
  }
}

function startOf(file: SourceFile): Place {
  return { file: file.path, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
}
