import { stringify } from "yaml";
import { itemsOf, propertiesOf, type SchemaLocation, type SchemaSet, type YamlData } from "../../base/yaml/index.ts";
import { type Fields, isFields } from "./fill-record.ts";

/** What a form is printed from. */
export type FormSource = {
  readonly schemas: SchemaSet;
  readonly locations: readonly SchemaLocation[];
  /** Values already known; null marks a place to fill in. */
  readonly data: Fields;
  /** Order of the keys that come first. */
  readonly order: readonly string[];
  /** False prints comments at empty places only, and nothing of what could be added. */
  readonly teach?: boolean;
};

/**
 * A record as a form to fill in: known values, empty places for what is required, and over each key a comment that says what
 * to write and gives an example; what may be added stands at the end as comments.
 */
export function recordForm(source: FormSource): string {
  const lines = fields(source.schemas, source.locations, source.data, source.order, "");
  if (source.teach === false) return `${bare(lines).join("\n")}\n`;
  const optional = optionalKeys(source);
  if (optional.length > 0) lines.push("", "# Можно добавить (уберите решётку в начале строки):", ...optional);
  return `${lines.join("\n")}\n`;
}

/** Without the comments over values that are there: a comment stays when the line under it is an empty place. */
function bare(lines: readonly string[]): string[] {
  return lines.filter((line, index) => !/^\s*#/.test(line) || /^\s*(- )?[A-Za-z]+:$/.test(lines[index + 1] ?? ""));
}

function fields(
  schemas: SchemaSet,
  locations: readonly SchemaLocation[],
  data: Fields,
  order: readonly string[],
  indent: string,
): string[] {
  const properties = propertiesOf(schemas, locations);
  const keys = [...new Set([...order.filter((key) => key in data), ...properties.keys(), ...Object.keys(data)])];
  return keys
    .filter((key) => key in data)
    .flatMap((key) => property(schemas, key, data[key] ?? null, properties.get(key) ?? [], indent));
}

function property(
  schemas: SchemaSet,
  key: string,
  value: YamlData,
  locations: readonly SchemaLocation[],
  indent: string,
): string[] {
  const comment = hasGaps(value) ? explain(locations) : description(locations);
  const head = comment === "" || key === "kind" ? [] : [`${indent}# ${comment}`];
  if (Array.isArray(value) && hasGaps(value)) {
    const items = itemsOf(schemas, locations);
    return [...head, `${indent}${key}:`, ...value.flatMap((item) => listItem(schemas, item, items, `${indent}  `))];
  }
  if (isFields(value) && hasGaps(value))
    return [...head, `${indent}${key}:`, ...fields(schemas, locations, value, [], `${indent}  `)];
  if (value === null) return [...head, `${indent}${key}:`];
  return [
    ...head,
    ...stringify({ [key]: value }, STYLE)
      .trimEnd()
      .split("\n")
      .map((line) => indent + line),
  ];
}

const STYLE = { lineWidth: 0, schema: "core", flowCollectionPadding: false } as const;

function listItem(schemas: SchemaSet, item: YamlData, locations: readonly SchemaLocation[], indent: string): string[] {
  if (!isFields(item)) return [`${indent}- ${item === null ? "" : stringify(item, STYLE).trim()}`];
  const lines = fields(schemas, locations, item, [], `${indent}  `);
  const first = lines.findIndex((line) => !line.trimStart().startsWith("#"));
  return lines.map((line, index) => (index === first ? `${indent}- ${line.slice(indent.length + 2)}` : line));
}

function hasGaps(value: YamlData): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.some(hasGaps);
  return isFields(value) && Object.values(value).some(hasGaps);
}

/** «Срок. Например: 2025-11-20» or «Форма: seminar – семинар, workshop – практикум». */
function explain(locations: readonly SchemaLocation[]): string {
  const text = description(locations);
  const values = locations.map(({ node }) => node.enum).find((one): one is unknown[] => Array.isArray(one));
  if (values !== undefined) {
    const meanings =
      locations.map(({ node }) => node.enumDescriptions).find((one): one is string[] => Array.isArray(one)) ?? [];
    const list = values.map((value, index) => (meanings[index] ? `${value} – ${meanings[index]}` : String(value)));
    return `${text.replace(/\.$/, "")}: ${list.join(", ")}`;
  }
  const example = exampleOf(locations);
  return example === "" ? text : `${text.replace(/[.:]$/, "")}. Например: ${example}`;
}

function description(locations: readonly SchemaLocation[]): string {
  return locations.map(({ node }) => node.description).find((one): one is string => typeof one === "string") ?? "";
}

function exampleOf(locations: readonly SchemaLocation[]): string {
  const examples = locations.map(({ node }) => node.examples).find((one): one is unknown[] => Array.isArray(one));
  const first = examples?.[0];
  if (first === undefined) return "";
  return stringify(first, { ...STYLE, collectionStyle: "flow" })
    .trim()
    .replaceAll("\n", " ");
}

function optionalKeys({ schemas, locations, data }: FormSource): string[] {
  return [...propertiesOf(schemas, locations)]
    .filter(([key]) => !(key in data))
    .map(([key, nodes]) => {
      const example = exampleOf(nodes);
      const text = description(nodes);
      return `# ${key}: ${example}${text === "" ? "" : `   # ${text}`}`;
    });
}
