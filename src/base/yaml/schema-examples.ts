import type { SchemaNode } from "./schema-set.ts";

/** The first example of a property, in one line of YAML that can be pasted. */
export function exampleOf(schema: SchemaNode | undefined): string | undefined {
  const first = exampleValue(schema);
  if (first === undefined) return undefined;
  if (typeof first === "string")
    return /^[\d"'[{*&!|>%@`-]|: | #/.test(first) && !/^\d{4}-\d{2}(-\d{2})?$/.test(first)
      ? JSON.stringify(first)
      : first;
  return flow(first);
}

/** The example of a schema, or one put together from those of its parts. */
function exampleValue(schema: SchemaNode | undefined): unknown {
  const [own] = schema?.examples ?? [];
  if (own !== undefined) return own;
  const item = schema?.items === undefined ? undefined : exampleValue(schema.items);
  if (item !== undefined) return [item];
  const parts = (schema?.required ?? []).map((name) => [name, exampleValue(propertySchema(schema, name))] as const);
  return parts.length > 0 && parts.every(([, value]) => value !== undefined) ? Object.fromEntries(parts) : undefined;
}

/** What stands at one property of a schema. */
export function propertySchema(parent: SchemaNode | undefined, name: string): SchemaNode | undefined {
  return parent?.properties?.[name];
}

/** YAML in one line: `{date: 2025-09-05, name: текст}`. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${flow(item)}`)
      .join(", ")}}`;
  return typeof value === "string" && /[,:[\]{}#"']/.test(value) ? JSON.stringify(value) : String(value);
}

/** A value as it is quoted in a message, cut where it is long. */
export function shown(value: unknown): string {
  const whole = typeof value === "object" && value !== null ? flow(value) : String(value);
  return whole.length > 80 ? `${whole.slice(0, 80)}…` : whole;
}
