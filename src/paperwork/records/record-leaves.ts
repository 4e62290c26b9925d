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
  const found: RecordLeaf[] = [];
  const walk = (value: YamlData, nodes: readonly SchemaLocation[], pointer: string, policy: Policy): void => {
    if (typeof value === "string" || typeof value === "number")
      found.push({ pointer, value, policy, reference: referenceOf(nodes) });
    else if (isList(value)) {
      const items = itemsOf(schemas, nodes);
      for (const [index, item] of value.entries()) walk(item, items, `${pointer}/${index}`, policy);
    } else if (isFields(value)) {
      const properties = propertiesOf(schemas, nodes);
      for (const [name, child] of Object.entries(value)) {
        const known = properties.get(name) ?? [];
        walk(child, known, `${pointer}/${escapePointer(name)}`, stricter(policy, policyOf(known)));
      }
    }
  };
  walk(record.data, schemaAt(schemas, record.schema), "", "keep");
  return found;
}

function stricter(one: Policy, other: Policy): Policy {
  return POLICIES.indexOf(one) > POLICIES.indexOf(other) ? one : other;
}
