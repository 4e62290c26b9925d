import {
  escapePointer,
  isFields,
  isList,
  itemsOf,
  propertiesOf,
  referenceKindOf,
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
  /** Kind that the record it refers to must be of; null when any will do. */
  readonly referenceKind: string | null;
  /** Words of another paper, which are quoted as they stand there (`x-quoted` of the schema). */
  readonly quoted: boolean;
};

/** Leaves of the records of a process that goes on, with the schemas they were found by. */
const LEAVES = new WeakMap<ContentRecord, { readonly schemas: SchemaSet; readonly leaves: readonly RecordLeaf[] }>();

/** Every text and number of a record, in the order of the file. */
export function recordLeaves(schemas: SchemaSet, record: ContentRecord): readonly RecordLeaf[] {
  const known = LEAVES.get(record);
  if (known?.schemas === schemas) return known.leaves;
  const all = { nodes: schemaAt(schemas, record.schema), pointer: "", policy: "keep" } as const;
  const leaves = leavesIn(schemas, record.data, all);
  LEAVES.set(record, { schemas, leaves });
  return leaves;
}

type Part = { readonly nodes: readonly SchemaLocation[]; readonly pointer: string; readonly policy: Policy };

function leavesIn(schemas: SchemaSet, value: YamlData, { nodes, pointer, policy }: Part): RecordLeaf[] {
  if (typeof value === "string" || typeof value === "number")
    return [
      {
        pointer,
        value,
        policy,
        reference: referenceOf(nodes),
        referenceKind: referenceKindOf(nodes),
        quoted: nodes.some(({ node }) => node["x-quoted"] === true),
      },
    ];
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
