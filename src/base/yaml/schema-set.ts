import type { SourceFile } from "./source-file.ts";

/** A schema or a part of one, with the keywords that the program reads. */
export type SchemaNode = {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: SchemaNode };
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [name: string]: SchemaNode };
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** Collection that a value refers to. */
  readonly reference?: string;
  readonly [keyword: string]: unknown;
};

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
export function spread(set: SchemaSet, location: SchemaLocation): SchemaLocation[] {
  const { base, node } = location;
  const found: SchemaLocation[] = [location];
  if (typeof node.$ref === "string") {
    const target = followReference(set, base, node.$ref);
    if (target) found.push(...spread(set, target));
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const)
    for (const branch of [node[keyword] ?? []].flat()) found.push(...spread(set, { base, node: branch }));
  return found;
}

/** Declared properties of the value, each with the nodes that describe it. */
export function propertiesOf(set: SchemaSet, locations: readonly SchemaLocation[]): Map<string, SchemaLocation[]> {
  const properties = new Map<string, SchemaLocation[]>();
  for (const { base, node } of locations) {
    for (const [name, child] of Object.entries(node.properties ?? {})) {
      const nodes = spread(set, { base, node: child });
      properties.set(name, [...(properties.get(name) ?? []), ...nodes]);
    }
  }
  return properties;
}

/** Nodes that describe the items of a list. */
export function itemsOf(set: SchemaSet, locations: readonly SchemaLocation[]): SchemaLocation[] {
  return locations.flatMap(({ base, node }) =>
    typeof node.items === "object" ? spread(set, { base, node: node.items }) : [],
  );
}

/** Properties that a value must have, whichever of its alternatives it is; one that only some of them ask for may be left out. */
export function requiredOf(locations: readonly SchemaLocation[]): ReadonlySet<string> {
  const alternatives = new Set(locations.flatMap(({ node }) => [...(node.oneOf ?? []), ...(node.anyOf ?? [])]));
  return new Set(
    locations.flatMap(({ node }) => {
      if (alternatives.has(node)) return [];
      const [first, ...others] = [node.oneOf ?? [], node.anyOf ?? []].flat();
      const shared = (first?.required ?? []).filter((name) => others.every((one) => one.required?.includes(name)));
      return [...(node.required ?? []), ...shared];
    }),
  );
}

/** Collection that a reference aims at; null when the value is none. */
export function referenceOf(locations: readonly SchemaLocation[]): string | null {
  for (const { node } of locations) if (typeof node.reference === "string") return node.reference;
  return null;
}

/** Kind that the record a reference aims at must be of; null when it may be of any. */
export function referenceKindOf(locations: readonly SchemaLocation[]): string | null {
  for (const { node } of locations) if (typeof node.referenceKind === "string") return node.referenceKind;
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
