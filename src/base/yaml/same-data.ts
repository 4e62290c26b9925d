import { isFields, isList, type YamlData } from "./yaml-file.ts";

/** True for data that say the same; the order of properties says nothing. */
export function sameData(a: YamlData | undefined, b: YamlData | undefined): boolean {
  if (isList(a)) return isList(b) && a.length === b.length && a.every((one, index) => sameData(one, b[index]));
  if (!isFields(a)) return Object.is(a, b);
  if (!isFields(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameData(a[name], b[name]))
  );
}
