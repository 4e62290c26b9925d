import { isFields, isList, sameData, type YamlData } from "../../base/yaml/index.ts";
import { type FactChange, itemName, placeOf } from "./fact.ts";

/** The changes that make one state of a record out of another, each at the smallest named place. */
export function findFacts(before: YamlData, after: YamlData, steps: readonly string[] = []): FactChange[] {
  if (sameData(before, after)) return [];
  if (isFields(before) && isFields(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      between(before[key], after[key], [...steps, key]),
    );
  if (isList(before) && isList(after) && areNamed(before) && areNamed(after) && keepsOrder(before, after)) {
    const find = (list: readonly YamlData[], name: string): YamlData | undefined =>
      list.find((item) => itemName(item) === name);
    const names = [...new Set([...before, ...after].flatMap((item) => itemName(item) ?? []))];
    return names.flatMap((name) => between(find(before, name), find(after, name), [...steps, name]));
  }
  return [{ at: placeOf(steps), set: after }];
}

function between(before: YamlData | undefined, after: YamlData | undefined, steps: readonly string[]): FactChange[] {
  if (after === undefined) return before === undefined ? [] : [{ at: placeOf(steps), remove: true }];
  return before === undefined ? [{ at: placeOf(steps), set: after }] : findFacts(before, after, steps);
}

/** Every item has a name, and no two the same. */
function areNamed(list: readonly YamlData[]): boolean {
  const names = list.map(itemName);
  return !names.includes(null) && new Set(names).size === names.length;
}

/** What stays is in the order it was in, and what is new stands at the end: then changes item by item give the list. */
function keepsOrder(before: readonly YamlData[], after: readonly YamlData[]): boolean {
  const [old, now] = [before.map(itemName), after.map(itemName)];
  const stays = old.filter((name) => now.includes(name));
  return JSON.stringify([...stays, ...now.filter((name) => !old.includes(name))]) === JSON.stringify(now);
}
