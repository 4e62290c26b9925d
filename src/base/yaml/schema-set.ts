import type { SourceFile } from "./source-file.ts";

/** A schema or a part of one. */
export type SchemaNode = { readonly [keyword: string]: unknown };

/** A node of a schema together with the file it stands in, so that its relative `$ref` can be followed. */
export type SchemaLocation = { readonly base: string; readonly node: SchemaNode };

/** Schemas by URI, which may refer to one another. */
export type SchemaSet = {
  readonly schemas: ReadonlyMap<string, SchemaNode>;
  /** Files that schemas were read from, by URI, so that a fault of a schema has its place. */
  readonly files?: ReadonlyMap<string, SourceFile>;
  /** Keywords of the users of this room, beside those of JSON Schema, `reference` and `enumDescriptions`. */
  readonly keywords?: readonly string[];
};

/** The nodes that describe one value: the node itself, what it refers to, and all its branches. */
export function spread(set: SchemaSet, spot: SchemaLocation): SchemaLocation[] {
  const { base, node } = spot;
  const found: SchemaLocation[] = [spot];
  if (typeof node.$ref === "string") {
    const target = followReference(set, base, node.$ref);
    if (target) found.push(...spread(set, target));
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const branches = node[keyword];
    if (Array.isArray(branches))
      for (const branch of branches) found.push(...spread(set, { base, node: branch as SchemaNode }));
  }
  return found;
}

/** Declared properties of the value, each with the nodes that describe it. */
export function propertiesOf(set: SchemaSet, spots: readonly SchemaLocation[]): Map<string, SchemaLocation[]> {
  const properties = new Map<string, SchemaLocation[]>();
  for (const { base, node } of spots) {
    for (const [name, child] of Object.entries((node.properties ?? {}) as { [name: string]: SchemaNode })) {
      const nodes = spread(set, { base, node: child });
      properties.set(name, [...(properties.get(name) ?? []), ...nodes]);
    }
  }
  return properties;
}

/** Nodes that describe the items of a list. */
export function itemsOf(set: SchemaSet, spots: readonly SchemaLocation[]): SchemaLocation[] {
  return spots.flatMap(({ base, node }) => {
    const items = node.items;
    return typeof items === "object" && items !== null ? spread(set, { base, node: items as SchemaNode }) : [];
  });
}

/** Collection that a reference aims at; null when the value is none. */
export function referenceOf(spots: readonly SchemaLocation[]): string | null {
  for (const { node } of spots) if (typeof node.reference === "string") return node.reference;
  return null;
}

/** The nodes that describe a whole file of the schema at a URI; none when the set does not have it. */
export function schemaAt(set: SchemaSet, uri: string): SchemaLocation[] {
  const node = set.schemas.get(uri);
  return node === undefined ? [] : spread(set, { base: uri, node });
}

/** Where a `$ref` of a file leads; null where the set has nothing there. */
export function followReference(set: SchemaSet, base: string, ref: string): SchemaLocation | null {
  const [path = "", fragment = ""] = ref.split("#");
  const uri = path === "" ? base : new URL(path, base).href;
  let node: unknown = set.schemas.get(uri);
  for (const part of fragment.split("/").filter((step) => step !== "")) {
    node = typeof node === "object" && node !== null ? (node as { [key: string]: unknown })[part] : undefined;
  }
  return typeof node === "object" && node !== null ? { base: uri, node: node as SchemaNode } : null;
}
