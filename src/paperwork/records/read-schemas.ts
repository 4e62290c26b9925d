import type { Diagnostic, Outcome } from "../../base/diagnostics/index.ts";
import {
  decodeText,
  isFields,
  notJson,
  placeInJson,
  type SchemaNode,
  type SourceFile,
  sameFile,
} from "../../base/yaml/index.ts";
import { SHARED_SCHEMAS } from "../schemas/index.ts";
import { checkPolicies, POLICY_KEYWORD } from "./publication-policy.ts";
import { kindUri, type RecordSchemas, sharedUri } from "./record-schemas.ts";
import { byIds, oldReference } from "./shared-references.ts";

/** A file of a templates folder. */
type TemplateFile = SourceFile & { readonly inside: string };

/**
 * The shared schemas with those of the kinds: the files `<kind>/schema.json` among `files`. TRC1013: one is not JSON; TRC1014 (warning):
 * it names a shared schema by a folder of the program; TRC6501, TRC6502: a property has no policy of publication, or one that does not
 * suit it.
 */
export function readSchemas(files: readonly TemplateFile[]): Outcome<RecordSchemas> {
  const of = files.filter(({ inside }) => KIND_SCHEMA.test(inside));
  const known = LAST.find((one) => one.of.length === of.length && one.of.every((file, at) => sameSchema(file, of[at])));
  if (known !== undefined) return known.outcome;
  const outcome = readAnew(of);
  LAST.unshift({ of, outcome });
  LAST.length = Math.min(LAST.length, 4);
  return outcome;
}

const KIND_SCHEMA = /^([^/]+)\/schema\.json$/;

/** Compiled with their schemas are the validators of the records, so the same files give the same set. */
const LAST: { readonly of: readonly TemplateFile[]; readonly outcome: Outcome<RecordSchemas> }[] = [];

function sameSchema(one: TemplateFile, other: TemplateFile | undefined): boolean {
  return other !== undefined && one.inside === other.inside && sameFile(one, other);
}

function readAnew(files: readonly TemplateFile[]): Outcome<RecordSchemas> {
  const schemas = new Map<string, SchemaNode>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, schema] of Object.entries(SHARED_SCHEMAS)) schemas.set(sharedUri(name), schema);
  const kinds = new Map<string, SourceFile>();
  for (const file of files) {
    const kind = KIND_SCHEMA.exec(file.inside)?.[1] ?? "";
    const decoded = decodeText(file);
    const schema = decoded.value === undefined ? undefined : parsed(file, decoded.value);
    diagnostics.push(...decoded.diagnostics, ...(schema?.diagnostics ?? []));
    if (schema?.value === undefined) continue;
    const { schema: named, old } = byIds(schema.value);
    const [first] = old;
    if (first !== undefined)
      diagnostics.push(oldReference(first, old.length, placeInJson(file, undefined, `"${first}"`)));
    schemas.set(kindUri(kind), named);
    kinds.set(kind, file);
  }
  const set = {
    schemas,
    kinds: new Set(kinds.keys()),
    files: new Map([...kinds].map(([kind, file]) => [kindUri(kind), file])),
    keywords: [POLICY_KEYWORD],
  };
  for (const [kind, file] of kinds)
    for (const fault of checkPolicies(set, kindUri(kind)))
      diagnostics.push({ ...fault, place: placeInJson(file, fault.pointer) });
  return { value: set, diagnostics };
}

function parsed(file: SourceFile, source: string): Outcome<SchemaNode> {
  try {
    const schema: unknown = JSON.parse(source);
    return isFields(schema) ? { value: schema, diagnostics: [] } : { diagnostics: [notJson(file, source, null)] };
  } catch (error) {
    return { diagnostics: [notJson(file, source, error)] };
  }
}
