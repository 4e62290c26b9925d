import {
  isFields,
  isList,
  itemsOf,
  pointerSteps,
  propertiesOf,
  referenceOf,
  type SchemaLocation,
  type SchemaSet,
  schemaAt,
  type YamlData,
} from "../../base/yaml/index.ts";
import type { ContentRecord } from "./dossier.ts";

/** How a value names a clause: by its printed number, by that of a section, or by the name that the record or template has for it. */
type ClauseBy = "number" | "heading" | "name";
/** What a value of a schema with `clauseOf` names: a clause of the document that one of those properties refers to, the nearest one. */
type ClauseWish = { readonly by: ClauseBy; readonly of: readonly string[] };

/** What the nodes of a value say of the clauses that it names; null when it names none. */
export function clauseWishOf(nodes: readonly SchemaLocation[]): ClauseWish | null {
  const node = nodes.find(({ node }) => typeof node.clauseOf === "string")?.node;
  if (node === undefined) return null;
  return { by: (node.clauseBy ?? "number") as ClauseBy, of: String(node.clauseOf).split(" ") };
}

/** The document whose clause the value at a pointer names; null where it names none, or the document is not named. */
export function clauseReference(
  schemas: SchemaSet,
  record: ContentRecord,
  pointer: string,
): { readonly by: ClauseBy; readonly collection: string; readonly id: string } | null {
  let at: Place = { nodes: schemaAt(schemas, record.schema), value: record.data };
  const around: Place[] = [];
  for (const step of pointerSteps(pointer)) {
    around.unshift(at);
    at = within(schemas, at, step);
  }
  const wish = clauseWishOf(at.nodes);
  if (wish === null) return null;
  for (const place of around)
    for (const name of wish.of) {
      const { nodes, value } = within(schemas, place, name);
      const collection = referenceOf(nodes);
      if (typeof value === "string" && collection !== null) return { by: wish.by, collection, id: value };
    }
  return null;
}

type Place = { readonly nodes: readonly SchemaLocation[]; readonly value: YamlData | undefined };

function within(schemas: SchemaSet, { nodes, value }: Place, step: string): Place {
  if (isList(value)) return { nodes: itemsOf(schemas, nodes), value: value[Number(step)] };
  const own = isFields(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return { nodes: propertiesOf(schemas, nodes).get(step) ?? [], value: own };
}
