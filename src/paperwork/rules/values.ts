import type { YamlData } from "../../base/yaml/index.ts";
import { covers } from "../facts/index.ts";

/** Properties of a value that may be anything. */
export type Fields = { readonly [key: string]: YamlData };

/** The value when it is a set of properties, an empty one otherwise. */
export function fields(value: YamlData | undefined): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The value when it is a list, an empty one otherwise. */
export function list(value: YamlData | undefined): readonly YamlData[] {
  return Array.isArray(value) ? value : [];
}

/** The value when it is text that is not empty. */
export function string(value: YamlData | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The value when it is a number. */
export function number(value: YamlData | undefined): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The value when it is a day of the calendar, ISO: `2025-09-05`. */
export function day(value: YamlData | undefined): string | undefined {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

/** True when the day lies within the period; a missing edge is open. Both edges are included. */
export function within(date: string, period: Fields): boolean {
  return covers({ from: day(period.from), to: day(period.to) }, date);
}

/** Texts of a list. */
export function strings(value: YamlData | undefined): string[] {
  return list(value).filter((item): item is string => typeof item === "string");
}

/** A value of a record with its JSON Pointer. */
export type Located = { readonly pointer: string; readonly value: YamlData };

/** Every value of a record, outer before inner. */
export function* walk(value: YamlData, pointer = ""): Iterable<Located> {
  yield { pointer, value };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, `${pointer}/${index}`);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value))
      yield* walk(child as YamlData, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
}

/** Items of a list of property sets, each with its pointer. */
export function items(
  data: Fields,
  name: string,
  base = "",
): readonly { readonly pointer: string; readonly fields: Fields }[] {
  return list(data[name]).map((value, index) => ({ pointer: `${base}/${name}/${index}`, fields: fields(value) }));
}

const SIDES = ["first", "second", "third"] as const;

/** The parties of an agreement that are there, two or three, with the pointer of each. */
export function partiesOf(data: Fields): { readonly pointer: string; readonly party: Fields }[] {
  const parties = fields(data.parties);
  return SIDES.filter((side) => parties[side] !== undefined).map((side) => ({
    pointer: `/parties/${side}`,
    party: fields(parties[side]),
  }));
}
