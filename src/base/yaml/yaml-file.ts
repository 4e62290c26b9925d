import type { LineIndex, Place } from "../diagnostics/index.ts";

/** Plain data of a YAML file, as JSON would carry it. */
export type YamlData = string | number | boolean | null | readonly YamlData[] | { readonly [key: string]: YamlData };

/** True for a set of properties. */
export function isFields(value: unknown): value is { readonly [key: string]: YamlData } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a list. */
export function isList(value: YamlData | undefined): value is readonly YamlData[] {
  return Array.isArray(value);
}

/** Where the text of a value stands in its file, as it is written there (quotes and all); offsets in UTF-16 units. */
export type TextSpan = { readonly pointer: string; readonly start: number; readonly end: number };

/** A YAML file as plain data with the place of each value. */
export type YamlFile = {
  readonly file: string;
  /** The file as it was read, without the byte order mark. */
  readonly text: string;
  readonly data: YamlData;
  /** Every value that is text, in the order of the file. */
  readonly spans: readonly TextSpan[];
  /** Place between two offsets of `text`. */
  readonly placeAt: (start: number, end: number) => Place;
  /** Place of the value at a JSON Pointer; of the nearest parent when there is none. */
  readonly placeOf: (pointer: string) => Place;
  /** Place of the key that leads to the value. */
  readonly keyPlaceOf: (pointer: string) => Place;
};

/** A stretch of a text, offsets in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/** Where a value stands, in offsets of UTF-16 units; `key` is null when no key leads to it. */
export type ValueRanges = { readonly key: Range | null; readonly value: Range };

/** A ranges under its pointer, as plain data. */
export type NodeRanges = readonly [pointer: string, key: Range | null, value: Range];

/** A YAML file without a fault, parsed, as plain data. */
export type CachedYaml = {
  readonly data: YamlData;
  readonly spans: readonly TextSpan[];
  readonly ranges: readonly NodeRanges[];
};

/** A file out of its parsed data: places are found when they are asked for. */
export function yamlFile(file: string, text: string, lines: LineIndex, { data, spans, ranges }: CachedYaml): YamlFile {
  const places = new RangeIndex(ranges);
  const placeAt = (start: number, end: number): Place => placeIn(file, lines, start, end);
  return {
    file,
    text,
    data,
    spans,
    placeAt,
    placeOf: (pointer) => placeAt(...places.nearest(pointer).value),
    keyPlaceOf: (pointer) => {
      const { key, value } = places.nearest(pointer);
      return placeAt(...(key ?? value));
    },
  };
}

/** Ranges of values by pointer, indexed when first asked for. */
class RangeIndex {
  readonly #ranges: readonly NodeRanges[];
  #byPointer: ReadonlyMap<string, ValueRanges> | null = null;

  constructor(ranges: readonly NodeRanges[]) {
    this.#ranges = ranges;
  }

  /** The value at the pointer, or the nearest around it. */
  nearest(pointer: string): ValueRanges {
    this.#byPointer ??= new Map(this.#ranges.map(([at, key, value]) => [at, { key, value }]));
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
      const ranges = this.#byPointer.get(at);
      if (ranges !== undefined) return ranges;
      if (at === "") return { key: null, value: [0, 1] };
    }
  }
}

/** A range of a file as lines and columns. */
export function placeIn(file: string, lines: LineIndex, start: number, end: number): Place {
  const from = lines.at(start);
  const to = lines.at(Math.max(end, start + 1));
  // A block value ends at the start of a later line; the mark stays on the lines that hold its text.
  return {
    file,
    start: from,
    end: to.line > from.line ? { line: from.line, column: (lines.lines[from.line - 1] ?? "").length + 1 } : to,
  };
}

/** `a/b~c` → `a~1b~0c`, as JSON Pointer asks. @see RFC 6901, section 3 */
export function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** `/a~1b/0` → `a/b`, `0`. */
export function pointerSteps(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at a JSON Pointer, own properties only; undefined when there is none. */
export function valueAtPointer(data: unknown, pointer: string): unknown {
  return pointerSteps(pointer).reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? (at as { [key: string]: unknown })[step]
        : undefined,
    data,
  );
}
