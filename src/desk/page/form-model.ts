import {
  itemsOf,
  propertiesOf,
  referenceKindOf,
  referenceOf,
  requiredOf,
  type SchemaLocation,
  type SchemaNode,
  type SchemaSet,
  schemaAt,
  spread,
} from "../../base/yaml/index.ts";
import { clauseWishOf } from "../../paperwork/records/index.ts";
import type { FormField } from "./page-types.ts";

/** A text whose example is longer than so many characters gets several lines. */
const ONE_LINE = 36;
/** Deeper than any record goes. */
const DEEPEST = 8;

/** The fields of a record of the schema at a URI, in the order of the schema. */
export function formOf(set: SchemaSet, uri: string): readonly FormField[] {
  return fieldsOf(set, schemaAt(set, uri), 0);
}

/** The fields of a schema that stands alone. */
export function fieldsOfSchema(node: SchemaNode): readonly FormField[] {
  const base = "trc:/alone";
  const set: SchemaSet = { schemas: new Map([[base, node]]) };
  return fieldsOf(set, [{ base, node }], 0);
}

/** The properties that name the documents whose clauses fields of a form offer. */
export function clauseProperties(fields: readonly FormField[]): ReadonlySet<string> {
  return new Set(
    fields.flatMap(({ clause, item, fields: inner = [], variants = [] }) => [
      ...(clause?.of ?? []),
      ...clauseProperties([...inner, ...variants, item ?? []].flat()),
    ]),
  );
}

/** What a property is called in a form: its title, or else what its description begins with. */
function labelOf({ title, description }: SchemaNode): string {
  if (typeof title === "string") return title;
  const [first = ""] = (description ?? "").split(/[:;(,]|\. | – /);
  return first.trim().replace(/\.$/, "");
}

/** What a description says beside the label, without names that stand in the text alone. */
function hintOf(label: string, description: string): string {
  const words = besideLabel(label, description)
    .replace(/ \([a-z][A-Za-z.]*\)/g, "")
    .replace(/ \(папка [a-z]+\)/, "")
    // A day is typed as it is printed.
    .replace(/,? ?(?:ГГГГ-ММ-ДД|YYYY-MM-DD)(?:; )?\.?/, "")
    .replace(/\bcentre(?: – сам центр)?(?![\w-])/g, "сам центр")
    .replace(/^true – /, "");
  // What names a property, a command or a file is a matter of the text as well.
  return words
    .split(/(?<=[.;]) /)
    .filter((part) => !/(?<![\p{L}\d@.])[a-z]{2,}/u.test(part))
    .join(" ")
    .replace(/[;.]$/, "");
}

function besideLabel(label: string, description: string): string {
  // Quotes are a matter of the text.
  if (!description.startsWith(label)) return description.replace(/, в кавычках(?=[.;]|$)/, "");
  return description
    .slice(label.length)
    .replace(/^[\s:;,.–]+/, "")
    .replace(/(?:^|, )в кавычках(?:; )?/, "")
    .replace(/^\(([^()]*)\)\.?$/, "$1")
    .replace(/\.$/, "");
}

function fieldsOf(set: SchemaSet, locations: readonly SchemaLocation[], depth: number): FormField[] {
  if (depth > DEEPEST) return [];
  const required = requiredOf(locations);
  const properties = propertiesOf(set, locations);
  // What all records of a folder share (number, date, subject) stands before what a kind has of its own.
  const names = new Set([...locations].reverse().flatMap(({ node }) => Object.keys(node.properties ?? {})));
  return [...names].flatMap((name) => {
    const field = fieldOf(set, properties.get(name) ?? [], depth);
    return field === null ? [] : [{ ...field, name, required: required.has(name) }];
  });
}

/** A field of the nodes that describe one value; null for what a kind says it has not. */
function fieldOf(
  set: SchemaSet,
  nodes: readonly SchemaLocation[],
  depth: number,
): Omit<FormField, "name" | "required"> | null {
  const first = <T>(keyword: string): T | undefined =>
    nodes.find(({ node }) => node[keyword] !== undefined)?.node[keyword] as T | undefined;
  const [own] = nodes;
  if (own === undefined || first("type") === "null") return null;
  const described =
    nodes.find(({ node }) => node.title !== undefined || node.description !== undefined)?.node ?? own.node;
  const label = labelOf(described);
  const description = described.description ?? "";
  const examples = first<readonly unknown[]>("examples") ?? [];
  const shared = {
    label,
    hint: hintOf(label, description),
    example: typeof examples[0] === "string" || typeof examples[0] === "number" ? String(examples[0]) : "",
  };
  if (first("const") !== undefined) return { ...shared, control: "fixed" };
  const variants = variantsOf(set, own, depth);
  if (variants.length > 1) return { ...shared, control: "other", variants };
  return { ...shared, ...controlOf(set, nodes, { depth, first }) };
}

type Asked = { readonly depth: number; readonly first: <T>(keyword: string) => T | undefined };

function controlOf(
  set: SchemaSet,
  nodes: readonly SchemaLocation[],
  { depth, first }: Asked,
): Pick<FormField, "control" | "choices" | "clause" | "collection" | "kind" | "item" | "fields"> {
  const values = first<readonly unknown[]>("enum");
  if (values !== undefined) {
    const words = first<readonly string[]>("enumDescriptions") ?? [];
    const open = nodes.some(({ node }) => node.anyOf !== undefined || node.oneOf !== undefined);
    const choices = values.map((value, index) => ({
      value: typeof value === "number" ? value : String(value),
      label: words[index] ?? String(value),
    }));
    return { control: open ? "suggested" : "choice", choices };
  }
  const collection = referenceOf(nodes);
  if (collection !== null) return { control: "reference", collection, kind: referenceKindOf(nodes) };
  switch (first<string | readonly string[]>("type")) {
    case "boolean":
      return { control: "yes-no" };
    case "integer":
    case "number":
      return { control: "number" };
    case "string": {
      if (first("format") === "date") return { control: "date" };
      const clause = clauseWishOf(nodes);
      if (clause !== null) return { control: "suggested", clause };
      const [example = ""] = first<readonly unknown[]>("examples") ?? [];
      return { control: String(example).length > ONE_LINE ? "long" : "text" };
    }
    case "array": {
      const item = fieldOf(set, itemsOf(set, nodes), depth + 1);
      return item === null ? { control: "other" } : { control: "list", item: { ...item, name: "", required: true } };
    }
    case "object":
      return { control: "group", fields: fieldsOf(set, nodes, depth + 1) };
    default:
      return { control: "other" };
  }
}

/** The forms that a value may have, where they are of different types: the page shows the one that the value is of. */
function variantsOf(set: SchemaSet, { base, node }: SchemaLocation, depth: number): FormField[] {
  const branches = [node.anyOf ?? node.oneOf ?? []].flat().map((branch) => spread(set, { base, node: branch }));
  const types = new Set(branches.map((nodes) => String(nodes.find((one) => one.node.type !== undefined)?.node.type)));
  if (types.size < 2 || types.has("undefined")) return [];
  return branches.flatMap((nodes) => {
    const field = fieldOf(set, nodes, depth);
    return field === null ? [] : [{ ...field, name: "", required: false }];
  });
}
