import { stringify } from "yaml";
import {
  isFields,
  itemsOf,
  propertiesOf,
  type SchemaLocation,
  type SchemaSet,
  type YamlData,
} from "../../base/yaml/index.ts";
import type { Fields } from "./fill-record.ts";

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
export function recordForm({ schemas, locations, data, order, teach = true }: FormSource): string {
  const lines = fields({ schemas, locations, indent: "", teach }, data, order);
  const optional = [...propertiesOf(schemas, locations)]
    .filter(([key]) => !(key in data))
    .map(
      ([key, nodes]) => `# ${key}: ${[exampleOf(nodes), ...description(nodes).map((text) => `  # ${text}`)].join(" ")}`,
    );
  const may = optional.length > 0 ? ["", "# Можно добавить (уберите решётку в начале строки):", ...optional] : [];
  return `${(teach ? [...lines, ...may] : lines).join("\n")}\n`;
}

/** A part of the form: what the schemas say of it, and how far it is indented. */
type Part = Pick<FormSource, "schemas" | "locations"> & { readonly indent: string; readonly teach: boolean };

function fields(part: Part, data: Fields, order: readonly string[] = []): string[] {
  const properties = propertiesOf(part.schemas, part.locations);
  return [...new Set([...order, ...properties.keys(), ...Object.keys(data)])]
    .filter((key) => key in data)
    .flatMap((key) => property({ ...part, locations: properties.get(key) ?? [] }, key, data[key] ?? null));
}

function property({ schemas, locations, indent, teach }: Part, key: string, value: YamlData): string[] {
  const comment = hasGaps(value) ? explain(locations) : teach ? description(locations) : [];
  const head = key === "kind" ? [] : comment.map((line) => `${indent}# ${line}`);
  const deeper = { schemas, teach, indent: `${indent}  ` };
  if (Array.isArray(value) && hasGaps(value)) {
    const items = { ...deeper, locations: itemsOf(schemas, locations) };
    return [...head, `${indent}${key}:`, ...value.flatMap((item) => listItem(items, item))];
  }
  if (isFields(value) && hasGaps(value))
    return [...head, `${indent}${key}:`, ...fields({ ...deeper, locations }, value)];
  if (value === null) return [...head, `${indent}${key}:`];
  const lines = stringify({ [key]: value }, STYLE)
    .trimEnd()
    .split("\n");
  return [...head, ...lines.map((line) => indent + line)];
}

const STYLE = { lineWidth: 0, schema: "core", flowCollectionPadding: false } as const;

function listItem({ indent, ...part }: Part, item: YamlData): string[] {
  if (!isFields(item)) return [`${indent}- ${item === null ? "" : stringify(item, STYLE).trim()}`];
  const lines = fields({ ...part, indent: `${indent}  ` }, item);
  const first = lines.findIndex((line) => !line.trimStart().startsWith("#"));
  return lines.map((line, index) => (index === first ? `${indent}- ${line.slice(indent.length + 2)}` : line));
}

function hasGaps(value: YamlData): boolean {
  return value === null || (typeof value === "object" && Object.values(value).some(hasGaps));
}

/** «Срок. Например: 2025-11-20» or «Форма: seminar – семинар, workshop – практикум»; nothing where the schema says nothing. */
function explain(locations: readonly SchemaLocation[]): string[] {
  const [text = ""] = description(locations);
  const values = firstList(locations, "enum");
  if (values.length > 0) {
    const meanings = firstList(locations, "enumDescriptions");
    const list = values.map((value, index) => (meanings[index] ? `${value} – ${meanings[index]}` : String(value)));
    return [`${text.replace(/\.$/, "")}: ${list.join(", ")}`];
  }
  const example = exampleOf(locations);
  if (example === "") return description(locations);
  return [`${text.replace(/[.:]$/, "")}. Например: ${example}`];
}

function description(locations: readonly SchemaLocation[]): string[] {
  return locations.flatMap(({ node }) => node.description || []).slice(0, 1);
}

function exampleOf(locations: readonly SchemaLocation[]): string {
  const [first] = firstList(locations, "examples");
  if (first === undefined) return "";
  return stringify(first, { ...STYLE, collectionStyle: "flow" })
    .trim()
    .replaceAll("\n", " ");
}

function firstList(locations: readonly SchemaLocation[], keyword: string): readonly unknown[] {
  return locations.map(({ node }) => node[keyword]).find(Array.isArray) ?? [];
}
