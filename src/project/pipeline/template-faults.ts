import { type Diagnostic, raise, suggest, text } from "../../base/diagnostics/index.ts";
import { propertiesOf, schemaAt } from "../../base/yaml/index.ts";
import { kindUri, type RecordSchemas } from "../../paperwork/records/index.ts";
import { type Kind, type KindSet, UNKNOWN_PATH } from "../../typesetting/kinds/index.ts";
import type { Engine } from "../../typesetting/markup/index.ts";

const PATHS = ["date", "number", "author", "caseIndex", "paper"] as const;

/** Paths of kinds that begin with a property that their records do not have. Code TRC3013. */
export function kindPathFaults(kinds: readonly Kind[], schemas: RecordSchemas): Diagnostic[] {
  return kinds.flatMap((kind) => {
    // Of a kind without a schema of its own, and of one that is made from records of others, the properties are not known here.
    if (!schemas.kinds.has(kind.id) || kind.source.kinds !== "own") return [];
    const known = [...propertiesOf(schemas, schemaAt(schemas, kindUri(kind.id))).keys()];
    // A schema that leads nowhere is reported as such.
    if (!PATHS.some((name) => known.includes(kind[name]?.split(".")[0] ?? ""))) return [];
    return PATHS.flatMap((name) => {
      const [first = ""] = kind[name]?.split(".") ?? [];
      if (kind[name] === null || known.includes(first)) return [];
      const near = suggest(first, known, 1)[0] ?? name;
      return raise(UNKNOWN_PATH, {
        message: UNKNOWN_PATH.message(kind[name]),
        hints: text(
          `Напишите: ${name}: ${near}; какие есть свойства, сказано в schema.json этого вида`,
          `Write: ${name}: ${near}; the schema.json of the kind says which properties there are`,
        ),
        place: kind.placeOf(`/${name}`),
        actual: kind[name],
        expected: near,
      });
    });
  });
}

/** Faults of every template that documents could be made from, also where no record reaches it. */
export function templateFaults({ kinds, partials }: KindSet, engine: Engine): Diagnostic[] {
  const ids = new Set(kinds.map(({ id }) => id));
  return [...partials].flatMap(([name, file]) =>
    !name.includes("/") || ids.has(name.split("/")[0] ?? "") ? engine.check(file) : [],
  );
}
