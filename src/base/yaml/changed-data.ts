import { sameData } from "./same-data.ts";
import { escapePointer, isFields, isList, pointerSteps, type YamlData } from "./yaml-file.ts";

/** One change of a YAML file, by JSON Pointer. */
export type YamlChange =
  /** Gives a value; a property that is not there yet is added, after those that stand before it in `order`. */
  | { readonly kind: "set"; readonly at: string; readonly value: YamlData; readonly order?: readonly string[] }
  /** Takes out a property or an item of a list. */
  | { readonly kind: "remove"; readonly at: string }
  /** Adds an item to a list: it gets the index at the end of the pointer. */
  | { readonly kind: "insert"; readonly at: string; readonly value: YamlData }
  /** Moves an item of a list to another index of it. */
  | { readonly kind: "move"; readonly at: string; readonly to: number };

/** What data say after a change; undefined when there is nothing to change at its pointer. */
export function changedData(data: YamlData, change: YamlChange): YamlData | undefined {
  const steps = pointerSteps(change.at);
  const last = steps.pop();
  if (last === undefined) return change.kind === "set" ? change.value : undefined;
  return within(data, steps, (around) => {
    if (isList(around)) return changedList(around, Number(last), change);
    if (!isFields(around)) return undefined;
    if (change.kind === "set") return { ...around, [last]: change.value };
    if (change.kind !== "remove" || !Object.hasOwn(around, last)) return undefined;
    return Object.fromEntries(Object.entries(around).filter(([name]) => name !== last));
  });
}

/**
 * The changes that lead from one value to another, each as small as it can be. What is applied in their order; items of lists that stand alike at
 * both ends are left alone.
 */
export function changesBetween(from: YamlData, to: YamlData, at = ""): YamlChange[] {
  if (sameData(from, to)) return [];
  if (isFields(from) && isFields(to)) {
    const order = Object.keys(to);
    const gone = Object.keys(from).filter((name) => !Object.hasOwn(to, name));
    const kept = order.flatMap((name): YamlChange[] => {
      const pointer = `${at}/${escapePointer(name)}`;
      const value = to[name] as YamlData;
      if (Object.hasOwn(from, name)) return changesBetween(from[name] as YamlData, value, pointer);
      return [{ kind: "set", at: pointer, value, order }];
    });
    // What is new comes first: a set of properties is not empty in between.
    return [...kept, ...gone.map((name): YamlChange => ({ kind: "remove", at: `${at}/${escapePointer(name)}` }))];
  }
  if (isList(from) && isList(to)) return changesOfList(from, to, at);
  return [{ kind: "set", at, value: to }];
}

function changesOfList(from: readonly YamlData[], to: readonly YamlData[], at: string): YamlChange[] {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && sameData(from[head], to[head])) head++;
  let tail = 0;
  while (tail < shorter - head && sameData(from[from.length - 1 - tail], to[to.length - 1 - tail])) tail++;
  const [old, next] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
  const both = Math.min(old.length, next.length);
  return [
    ...old
      .slice(0, both)
      .flatMap((value, index) => changesBetween(value, next[index] as YamlData, `${at}/${head + index}`)),
    ...next
      .slice(both)
      .map((value, index): YamlChange => ({ kind: "insert", at: `${at}/${head + both + index}`, value })),
    ...old.slice(both).map((): YamlChange => ({ kind: "remove", at: `${at}/${head + both}` })),
  ];
}

function changedList(list: readonly YamlData[], index: number, change: YamlChange): YamlData[] | undefined {
  const end = change.kind === "insert" ? list.length : list.length - 1;
  if (!Number.isInteger(index) || index < 0 || index > end) return undefined;
  switch (change.kind) {
    case "set":
      return list.with(index, change.value);
    case "insert":
      return list.toSpliced(index, 0, change.value);
    case "remove":
      return list.toSpliced(index, 1);
    case "move":
      if (change.to < 0 || change.to >= list.length) return undefined;
      return list.toSpliced(index, 1).toSpliced(change.to, 0, list[index] as YamlData);
  }
}

function within(
  data: YamlData,
  steps: readonly string[],
  change: (at: YamlData) => YamlData | undefined,
): YamlData | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return change(data);
  if (isList(data)) {
    const inner = data[Number(step)];
    const made = inner === undefined ? undefined : within(inner, rest, change);
    return made === undefined ? undefined : data.with(Number(step), made);
  }
  if (!isFields(data) || !Object.hasOwn(data, step)) return undefined;
  const made = within(data[step] as YamlData, rest, change);
  return made === undefined ? undefined : { ...data, [step]: made };
}
