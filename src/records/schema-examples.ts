/** A node of a schema, as a validator hands it over. */
type Node = { readonly [key: string]: unknown } | undefined;

/** The first example of a property, in one line of YAML that can be pasted. */
export function exampleOf(schema: object | undefined): string | undefined {
  const first = ((schema as Node)?.["examples"] as readonly unknown[] | undefined)?.[0];
  if (first === undefined) return undefined;
  if (typeof first === "string")
    return /^[\d"'[{*&!|>%@`-]|: | #/.test(first) && !/^\d{4}-\d{2}(-\d{2})?$/.test(first)
      ? JSON.stringify(first)
      : first;
  return flow(first);
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
