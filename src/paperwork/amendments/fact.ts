import { isFields, isList, type YamlData } from "../../base/yaml/index.ts";

type Fields = { readonly [key: string]: YamlData };

/** One change of what a record says, as an amending record has it. */
export type FactChange = {
  /** Activity of the amended plan; absent: the amended document itself. */
  readonly activity?: string | undefined;
  /** Where it stands: properties and names of items, `responsibilities/Предметные олимпиады/person`. */
  readonly at: string;
  /** What it is from then on; absent: nothing, it is taken out. */
  readonly set?: YamlData | undefined;
  readonly remove?: boolean | undefined;
};

/** Why a change of facts cannot be made: the step that leads nowhere, and what there is instead. */
export class FactFault {
  readonly step: string;
  readonly known: readonly string[];

  constructor(step: string, known: readonly string[]) {
    this.step = step;
    this.known = known;
  }
}

/** Properties that name an item of a list, the first that it has. */
const NAMING = ["id", "direction", "name", "title", "item", "person", "report", "order", "number", "at"];

/** The data with the change made in it; what it does not touch stays the same object. */
export function withFact(data: Fields, change: FactChange): Fields | FactFault {
  const made = changed(data, stepsOf(change.at), change);
  return made instanceof FactFault ? made : (made as Fields);
}

/** How an item of a list is named: by the first naming property that it has, a plain value by itself. */
export function itemName(item: YamlData): string | null {
  if (!isFields(item)) return isList(item) || item === null ? null : String(item);
  const name = NAMING.map((key) => item[key]).find((value) => typeof value === "string" || typeof value === "number");
  return name === undefined ? null : String(name);
}

/** A place as it is written: `/` within a name is `~1`, as in a JSON Pointer. */
export function placeOf(steps: readonly string[]): string {
  return steps.map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
}

function stepsOf(at: string): string[] {
  return at.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

type Made = YamlData | FactFault;

function changed(value: YamlData, [step = "", ...rest]: readonly string[], change: FactChange): Made {
  if (isFields(value)) return inFields(value, step, rest, change);
  if (isList(value)) return inList(value, step, rest, change);
  return new FactFault(step, []);
}

function inFields(value: Fields, step: string, rest: readonly string[], change: FactChange): Made {
  const has = Object.hasOwn(value, step);
  if (!has && (rest.length > 0 || change.set === undefined)) return new FactFault(step, Object.keys(value));
  if (rest.length > 0) {
    const child = changed(value[step] as YamlData, rest, change);
    return child instanceof FactFault ? child : { ...value, [step]: child };
  }
  if (change.set !== undefined) return { ...value, [step]: change.set };
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== step));
}

function inList(value: readonly YamlData[], step: string, rest: readonly string[], change: FactChange): Made {
  const index = value.findIndex((item) => itemName(item) === step);
  const known = value.flatMap((item) => itemName(item) ?? []);
  if (index === -1) {
    // What is new brings its name; an item under another name would not be found again.
    if (rest.length > 0 || change.set === undefined || itemName(change.set) !== step) return new FactFault(step, known);
    return [...value, change.set];
  }
  if (rest.length > 0) {
    const child = changed(value[index] as YamlData, rest, change);
    return child instanceof FactFault ? child : value.with(index, child);
  }
  return change.set === undefined ? value.toSpliced(index, 1) : value.with(index, change.set);
}
