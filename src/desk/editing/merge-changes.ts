import {
  changedData,
  changeYaml,
  isList,
  pointerSteps,
  sameData,
  valueAtPointer,
  type YamlChange,
  type YamlData,
  yamlData,
} from "../../base/yaml/index.ts";

/** A change, and what its author saw at its place: the value, or for an item that is added or moved its list; absent where nothing stood there. */
export type Wish = { readonly change: YamlChange; readonly was?: YamlData };

/** Why a change is not made: somebody else has changed the same value, or the text is written in a way that is not edited. */
export type Refusal =
  | { readonly kind: "conflict"; readonly at: string; readonly theirs?: YamlData }
  | { readonly kind: "unwritable"; readonly at: string };

/**
 * The text with the changes made to it.
 *
 * @param base the text that their author saw, where that is another one than `text`: a value that both have changed is asked about; null where it is
 * not known any more
 */
export function mergeChanges(
  text: string,
  wishes: readonly Wish[],
  base: string | null,
): { readonly text: string } | Refusal {
  let [done, seen] = [text, base === null ? undefined : yamlData(base)];
  const same = base === text;
  for (const { change, was } of wishes) {
    const data = yamlData(done);
    if (data === undefined) return { kind: "unwritable", at: change.at };
    if (!same) {
      const at = placeOf(change);
      const theirs = valueAtPointer(data, at) as YamlData | undefined;
      if (!sameData(theirs, was) || !sameLists(data, seen, at))
        return { kind: "conflict", at, ...(theirs === undefined ? {} : { theirs }) };
    }
    const after = changeYaml(done, change);
    if (after === null) return { kind: "unwritable", at: change.at };
    seen = seen === undefined ? undefined : changedData(seen, change);
    done = after;
  }
  return { text: done };
}

/** What a change is a change of: a value, or the list whose items it adds or moves. */
export function placeOf({ kind, at }: YamlChange): string {
  return kind === "insert" || kind === "move" || (kind === "remove" && /\/\d+$/.test(at))
    ? at.slice(0, at.lastIndexOf("/"))
    : at;
}

/** An index of a list means the same item only where the list has as many of them as it had. */
function sameLists(data: YamlData, seen: YamlData | undefined, at: string): boolean {
  const steps = pointerSteps(at);
  return steps.every((_, index) => {
    const pointer = steps
      .slice(0, index)
      .map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`)
      .join("");
    const list = valueAtPointer(data, pointer) as YamlData | undefined;
    if (!isList(list)) return true;
    const before = valueAtPointer(seen, pointer) as YamlData | undefined;
    return isList(before) && before.length === list.length;
  });
}
