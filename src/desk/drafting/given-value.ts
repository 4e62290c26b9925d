import { parse, YAMLParseError } from "yaml";
import { itemsOf, propertiesOf, type SchemaLocation, type SchemaSet, type YamlData } from "../../base/yaml/index.ts";

/**
 * The value of `--set path=text`: YAML, with what the schema calls a text taken as it was typed (`--set number=1` gives "1"). What is no
 * YAML is the text itself: `--set subject=О мерах: срочно`.
 *
 * @param locations of the record the path (`items.0.due`) leads into
 */
export function givenValue(
  set: SchemaSet,
  locations: readonly SchemaLocation[],
  { path, text }: { readonly path: string; readonly text: string },
): YamlData {
  const childOf = (at: readonly SchemaLocation[], step: string): readonly SchemaLocation[] =>
    /^\d+$/.test(step) ? itemsOf(set, at) : (propertiesOf(set, at).get(step) ?? []);
  /** @param typed the same value with every scalar as it was typed */
  const fitted = (at: readonly SchemaLocation[], value: unknown, typed: unknown): unknown => {
    if (typeof value === "object" && value !== null) {
      const entries = Object.entries(value).map(([key, one]) => {
        const same = (typed as { readonly [key: string]: unknown } | null)?.[key] ?? one;
        return [key, fitted(childOf(at, key), one, same)] as const;
      });
      return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
    }
    const types = new Set(at.flatMap(({ node }) => node.type ?? []));
    const asked = typeof value === "number" ? ["number", "integer"] : typeof value === "boolean" ? ["boolean"] : null;
    return asked === null || !types.has("string") || asked.some((type) => types.has(type)) ? value : typed;
  };
  const at = path.split(".").reduce(childOf, locations);
  try {
    return fitted(at, parse(text, { schema: "core" }), parse(text, { schema: "failsafe" })) as YamlData;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return text;
  }
}
