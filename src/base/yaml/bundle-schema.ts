import { followReference, type SchemaNode, type SchemaSet } from "./schema-set.ts";

/**
 * A schema that stands alone: what it refers to in other files of the set is put among its `$defs`, so that an editor needs no other
 * file. References that lead nowhere stay as they are.
 */
export function bundleSchema(set: SchemaSet, uri: string): SchemaNode {
  const root = set.schemas.get(uri) ?? {};
  const taken = new Set(Object.keys(root.$defs ?? {}));
  const names = new Map<string, string>();
  const defs = new Map<string, SchemaNode>();
  const pointed = (ref: string, base: string): string => {
    const target = followReference(set, base, ref);
    const fragment = ref.split("#")[1] ?? "";
    if (target === null) return ref;
    if (target.base === uri) return `#${fragment}`;
    const known = names.get(`${target.base}#${fragment}`);
    if (known !== undefined) return `#/$defs/${known}`;
    const stem = /([^/]*)\.json$/.exec(target.base)?.[1] ?? "";
    const short = fragment.split("/").at(-1) ?? "";
    const name = short === "" ? stem : taken.has(short) ? `${stem}-${short}` : short;
    taken.add(name);
    names.set(`${target.base}#${fragment}`, name);
    const { $id: _id, $schema: _schema, ...node } = target.node;
    defs.set(name, rewritten(node, (inner) => pointed(inner, target.base)) as SchemaNode);
    return `#/$defs/${name}`;
  };
  const { $defs: own = {}, ...rest } = rewritten(root, (ref) => pointed(ref, uri)) as SchemaNode;
  const all = { ...own, ...Object.fromEntries([...defs].sort(([a], [b]) => (a < b ? -1 : 1))) };
  return Object.keys(all).length === 0 ? rest : { ...rest, $defs: all };
}

/** A copy of a schema in which every `$ref` is what `point` makes of it. */
export function rewritten(node: unknown, point: (ref: string) => string): unknown {
  if (Array.isArray(node)) return node.map((item) => rewritten(item, point));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "$ref" && typeof value === "string" ? point(value) : rewritten(value, point),
    ]),
  );
}
