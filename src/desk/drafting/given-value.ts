import { parse } from "yaml";
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
  const at = path.split(".").reduce((found, step) => childOf(set, found, step), locations);
  try {
    return fitted(
      set,
      at,
      parse(text, { schema: "core" }) as YamlData,
      parse(text, { schema: "failsafe" }) as YamlData,
    );
  } catch {
    return text;
  }
}

function childOf(set: SchemaSet, locations: readonly SchemaLocation[], step: string): readonly SchemaLocation[] {
  return /^\d+$/.test(step) ? itemsOf(set, locations) : (propertiesOf(set, locations).get(step) ?? []);
}

/** @param typed the same value with every scalar as it was typed */
function fitted(set: SchemaSet, locations: readonly SchemaLocation[], value: YamlData, typed: YamlData): YamlData {
  if (Array.isArray(value))
    return value.map((item, index) =>
      fitted(set, itemsOf(set, locations), item, (typed as readonly YamlData[])[index] ?? item),
    );
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        const same = (typed as { readonly [key: string]: YamlData })[key] ?? one;
        return [key, fitted(set, childOf(set, locations, key), one, same)];
      }),
    );
  const types = new Set(locations.flatMap(({ node }) => (node.type ?? []) as string | readonly string[]));
  const asked = typeof value === "number" ? ["number", "integer"] : typeof value === "boolean" ? ["boolean"] : null;
  return asked === null || !types.has("string") || asked.some((type) => types.has(type)) ? value : typed;
}
