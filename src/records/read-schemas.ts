import { type Diagnostic, type Outcome, type Place, text, worded } from "../diagnostics/index.ts";
import { type SchemaNode, SHARED_SCHEMAS } from "../schemas/index.ts";
import type { SourceFile } from "../sources/index.ts";
import { decodeText } from "./decode.ts";
import { checkPolicies } from "./publication-policy.ts";
import { readYaml } from "./read-yaml.ts";
import { kindUri, type SchemaSet, sharedUri } from "./schema-set.ts";

/**
 * The shared schemas with those of the kinds (`<kind>/schema.json`). TRC1013: a schema file is not JSON; TRC6501, TRC6502: a property
 * has no policy of publication, or one that does not suit it.
 */
export function readSchemas(
  files: readonly { readonly kind: string; readonly file: SourceFile }[],
): Outcome<SchemaSet> {
  const schemas = new Map<string, SchemaNode>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, schema] of Object.entries(SHARED_SCHEMAS)) schemas.set(sharedUri(name), schema);
  const kinds = new Set<string>();
  for (const { kind, file } of files) {
    const decoded = decodeText(file);
    diagnostics.push(...decoded.diagnostics);
    if (decoded.value === undefined) continue;
    try {
      schemas.set(kindUri(kind), JSON.parse(decoded.value) as SchemaNode);
      kinds.add(kind);
    } catch (error) {
      diagnostics.push(notJson(file, error));
    }
  }
  const set = { schemas, kinds };
  for (const { kind, file } of files) if (kinds.has(kind)) diagnostics.push(...policyFaults(set, kind, file));
  return { value: set, diagnostics };
}

function policyFaults(set: SchemaSet, kind: string, file: SourceFile): Diagnostic[] {
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

function notJson(file: SourceFile, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: "TRC1013",
    severity: "error",
    ...worded({
      message: text(`Схема не читается как JSON: ${reason}`, `The schema is not JSON: ${reason}`),
      hints: [text("Проверьте запятые и кавычки", "Check the commas and the quotes")],
    }),
    place: startOf(file),
  };
}

function startOf(file: SourceFile): Place {
  return { file: file.path, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
}
