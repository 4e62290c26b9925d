/** A node of a schema, as a validator hands it over. */
type Node = { readonly [key: string]: unknown } | undefined;

/** The first example of a property, in one line of YAML that can be pasted. */
export function exampleOf(schema: object | undefined): string | undefined {
  const first = exampleValue(schema as Node);
  if (first === undefined) return undefined;
  if (typeof first === "string")
    return /^[\d"'[{*&!|>%@`-]|: | #/.test(first) && !/^\d{4}-\d{2}(-\d{2})?$/.test(first)
      ? JSON.stringify(first)
      : first;
  return flow(first);
}

/** The example of a schema, or one put together from those of its parts. */
function exampleValue(schema: Node): unknown {
  const [own] = (schema?.examples ?? []) as readonly unknown[];
  if (own !== undefined) return own;
  const item = schema?.items === undefined ? undefined : exampleValue(schema.items as Node);
  if (item !== undefined) return [item];
  const required = (schema?.required ?? []) as readonly string[];
  const parts = required.map((name) => [name, exampleValue(propertySchema(schema, name))] as const);
  return parts.length > 0 && parts.every(([, value]) => value !== undefined) ? Object.fromEntries(parts) : undefined;
}

/** What stands at one property of a schema. */
export function propertySchema(parent: object | undefined, name: string): Node {
  return (parent as { properties?: { [name: string]: { [key: string]: unknown } } } | undefined)?.properties?.[name];
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
