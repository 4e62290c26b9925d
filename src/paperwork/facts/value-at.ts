/** Value at a dotted path of a record's data or view, own properties only; undefined when a step is missing. */
export function valueAt(data: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as { readonly [key: string]: unknown })[key];
  }, data);
}
