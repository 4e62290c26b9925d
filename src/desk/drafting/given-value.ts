import { parse, YAMLParseError } from "yaml";
import { itemsOf, propertiesOf, type SchemaLocation, type SchemaSet, type YamlData } from "../../base/yaml/index.ts";

const childOf = (set: SchemaSet, at: readonly SchemaLocation[], step: string): readonly SchemaLocation[] =>
  /^\d+$/.test(step) ? itemsOf(set, at) : (propertiesOf(set, at).get(step) ?? []);

/** The first step of a path that the schemas do not have, with what stands there instead; null when it leads to a value. */
export function strayStep(
  set: SchemaSet,
  locations: readonly SchemaLocation[],
  path: string,
): { readonly step: string; readonly known: readonly string[] } | null {
  let at = locations;
  for (const step of path.split(".")) {
    // Properties of any name are described by a schema of their values.
    if (at.some(({ node }) => typeof node.additionalProperties === "object")) return null;
    const next = childOf(set, at, step);
    if (next.length === 0) {
      const known = [...propertiesOf(set, at).keys()];
      return { step, known: known.length === 0 && itemsOf(set, at).length > 0 ? ["0"] : known };
    }
    at = next;
  }
  return null;
}

/**
 * The value of `--set path=text`: YAML, with what the schema calls a text taken as it was typed (`--set number=1` gives "1",
 * `--set items.0.text=Режим: с 9:00` those words). What is no YAML is the text itself.
 *
 * @param locations of the record the path (`items.0.due`) leads into
 */
export function givenValue(
  set: SchemaSet,
  locations: readonly SchemaLocation[],
  { path, text }: { readonly path: string; readonly text: string },
): YamlData {
  /** @param typed the same value with every scalar as it was typed */
  const fitted = (at: readonly SchemaLocation[], value: unknown, typed: unknown): unknown => {
    if (typeof value === "object" && value !== null) {
      const entries = Object.entries(value).map(([key, one]) => {
        const same = (typed as { readonly [key: string]: unknown } | null)?.[key] ?? one;
        return [key, fitted(childOf(set, at, key), one, same)] as const;
      });
      return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
    }
    const types = new Set(at.flatMap(({ node }) => node.type ?? []));
    const asked = typeof value === "number" ? ["number", "integer"] : typeof value === "boolean" ? ["boolean"] : null;
    return asked === null || !types.has("string") || asked.some((type) => types.has(type)) ? value : typed;
  };
  const at = path.split(".").reduce((found, step) => childOf(set, found, step), locations);
  const types = at.flatMap(({ node }) => node.type ?? []);
  // Words with a colon or a hash are words: only quotes and signs of a block make YAML of a text.
  if (types.length > 0 && types.every((type) => type === "string") && !/^\s*($|["'|>~])/.test(text)) return text;
  try {
    return fitted(at, parse(text, { schema: "core" }), parse(text, { schema: "failsafe" })) as YamlData;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return text;
  }
}
