import { type Diagnostic, raise } from "../../base/diagnostics/index.ts";
import { type SchemaNode, validateAgainst, type YamlFile } from "../../base/yaml/index.ts";
import { FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import { FINDINGS } from "./findings.ts";
import { isData } from "./profile-source.ts";

const { $defs, properties } = FILE_SCHEMAS.profile;
const { id, from, to } = properties;

/** Measures as the layers give them: each may be missing, none may be unknown or of a wrong type. */
const GIVEN: SchemaNode = {
  $id: "trc:/schemas/1/measures.json",
  type: "object",
  allOf: [{ $ref: "#/$defs/measures" }],
  properties: { id, from, to },
  unevaluatedProperties: false,
  $defs,
};

/** The same put together: none may be missing. */
const WHOLE: SchemaNode = { ...(whole(GIVEN) as SchemaNode), $id: "trc:/schemas/1/profile-of-document.json" };

/**
 * What is wrong with measures, once each: a measure of the defaults is wrong or missing in every style. TRC5103: there is no such measure;
 * TRC5101: one is of a wrong type, or missing.
 *
 * @param given the measures as their layers give them
 * @param filled the same with the defaults laid under the styles
 */
export function checkMeasures(given: YamlFile, filled: YamlFile): Diagnostic[] {
  const found = [...validateAgainst(GIVEN)(given), ...validateAgainst(WHOLE)(filled)]
    .filter(({ code }) => code !== "TRC1026")
    .map(({ code, title: _title, why, ...found }) =>
      code === "TRC1101" ? raise(FINDINGS.TRC5103, found) : raise(FINDINGS.TRC5101, { ...found, why }),
    );
  const first = new Map<string, Diagnostic>();
  for (const one of found) {
    const key = JSON.stringify([one.code, one.place, one.expected]);
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/** A schema that asks for everything it knows. */
function whole(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(whole);
  if (!isData(node)) return node;
  const deep: { readonly properties?: unknown } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, whole(value)]),
  );
  const own = deep.properties;
  // The defaults are laid under the styles by then.
  return isData(own) ? { ...deep, required: Object.keys(own).filter((name) => name !== "defaults") } : deep;
}
