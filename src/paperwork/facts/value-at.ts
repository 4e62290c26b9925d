import { valueAtPointer } from "../../base/yaml/index.ts";

/** Value at a dotted path of a record's data or view, own properties only; undefined when a step is missing. */
export function valueAt(data: unknown, path: string): unknown {
  return valueAtPointer(data, `/${path.replaceAll(".", "/")}`);
}
