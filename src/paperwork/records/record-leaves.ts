import {
  escapePointer,
  isFields,
  isList,
  itemsOf,
  propertiesOf,
  referenceOf,
  type SchemaLocation,
  type SchemaSet,
  schemaAt,
  type YamlData,
} from "../../base/yaml/index.ts";
import type { ContentRecord } from "./dossier.ts";
import { POLICIES, type Policy, policyOf } from "./publication-policy.ts";

/** A text or number of a record with its JSON Pointer and the strictest policy of publication on the way to it. */
export type RecordLeaf = {
  readonly pointer: string;
  readonly value: string | number;
  readonly policy: Policy;
  /** Collection that the text refers to; null when it is no reference. */
  readonly reference: string | null;
};

/** Every text and number of a record, in the order of the file. */
export function recordLeaves(schemas: SchemaSet, record: ContentRecord): RecordLeaf[] {
  return leavesIn(schemas, record.data, { nodes: schemaAt(schemas, record.schema), pointer: "", policy: "keep" });
}

type Part = { readonly nodes: readonly SchemaLocation[]; readonly pointer: string; readonly policy: Policy };

function leavesIn(schemas: SchemaSet, value: YamlData, { nodes, pointer, policy }: Part): RecordLeaf[] {
  if (typeof value === "string" || typeof value === "number")
    return [{ pointer, value, policy, reference: referenceOf(nodes) }];
  if (isList(value)) {
    const items = itemsOf(schemas, nodes);
    return value.flatMap((item, index) =>
      leavesIn(schemas, item, { nodes: items, pointer: `${pointer}/${index}`, policy }),
    );
  }
  if (!isFields(value)) return [];
  const properties = propertiesOf(schemas, nodes);
  return Object.entries(value).flatMap(([name, child]) => {
    const known = properties.get(name) ?? [];
    const part = { nodes: known, pointer: `${pointer}/${escapePointer(name)}` };
    return leavesIn(schemas, child, { ...part, policy: stricter(policy, policyOf(known)) });
  });
}

function stricter(one: Policy, other: Policy): Policy {
  return POLICIES.indexOf(one) > POLICIES.indexOf(other) ? one : other;
}
