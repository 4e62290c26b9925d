import type { SchemaSet } from "../../base/yaml/index.ts";

/** All schemas of a run by URI: shared ones `trc:/schemas/1/order.json`, kinds' own `trc:/templates/<kind>/schema.json`. */
export type RecordSchemas = SchemaSet & {
  /** Kinds that have a schema of their own. */
  readonly kinds: ReadonlySet<string>;
};

/** URI of a schema that comes with the program. @param name `order` */
export function sharedUri(name: string): string {
  return `trc:/schemas/1/${name}.json`;
}

/** URI of the schema of a document kind. @param kind its folder, `order-status` */
export function kindUri(kind: string): string {
  return `trc:/templates/${kind}/schema.json`;
}
