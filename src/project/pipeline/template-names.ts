import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { propertiesOf, type SchemaNode, schemaAt } from "../../base/yaml/index.ts";
import { computedNames } from "../../paperwork/facts/index.ts";
import { kindUri, type RecordSchemas } from "../../paperwork/records/index.ts";
import type { Kind, KindSet, TemplateFile } from "../../typesetting/kinds/index.ts";
import { type Engine, misspeltName, type ReadPath } from "../../typesetting/markup/index.ts";

/** Names that every template may use, those of listed documents, and those that helpers give to what they make. */
const GIVEN =
  "record centre settings date kind draft row paper format sha256 size claim doubtful documents annex id this title group number pages sheets caseIndex restriction key items parent of value from to text gender person".split(
    " ",
  );

type Templates = { readonly kinds: KindSet; readonly engine: Engine; readonly schemas: RecordSchemas };

/**
 * Names that nothing of the records can have, in branches that no record has reached yet: `record.X` by the schemas of the kinds that use the
 * template, other names by all that there are. Code TRC3210.
 */
export function misspeltNames({ kinds: set, engine, schemas }: Templates): Diagnostic[] {
  const users = usersOf(set.kinds, engine);
  // Partials of kinds that are not here speak of records that are not here.
  const read = [...users.keys()].map((file) => ({ file, ...engine.names(file) }));
  const known = new Set([
    ...GIVEN,
    ...computedNames(),
    ...schemaNames(schemas),
    ...read.flatMap(({ file, given }) => [...given, ...parametersOf(file)]),
  ]);
  return read.flatMap(({ file, paths }) => {
    const own = recordNames(users.get(file) ?? [], schemas);
    return paths.flatMap(({ steps, place }: ReadPath): Diagnostic[] => {
      const [first, second] = steps;
      if (own !== null && first === "record" && second !== undefined && !own.has(second))
        return [misspeltName(second, [...own], place)];
      const wrong = steps.find((step) => !known.has(step) && !/^\d+$/.test(step));
      return wrong === undefined ? [] : [misspeltName(wrong, [...known], place)];
    });
  });
}

/** A partial opens with a comment that names its parameters. */
function parametersOf({ source }: TemplateFile): string[] {
  return /^\{\{!--([\s\S]*?)--\}\}/.exec(source)?.[1]?.match(/[A-Za-z]\w*/g) ?? [];
}

/** Kinds by the templates that they are made with. */
function usersOf(kinds: readonly Kind[], engine: Engine): ReadonlyMap<TemplateFile, readonly Kind[]> {
  const users = new Map<TemplateFile, Kind[]>();
  for (const kind of kinds)
    for (const file of engine.withPartials([kind.body, ...kind.annexes.map(({ template }) => template)]))
      users.set(file, [...(users.get(file) ?? []), kind]);
  return users;
}

/** What `record` may have in a template; null where kinds use it whose records are not all of one schema, or that list other documents. */
function recordNames(users: readonly Kind[], schemas: RecordSchemas): ReadonlySet<string> | null {
  const all = users.map(({ id, source, wave }) =>
    schemas.kinds.has(id) && source.kinds === "own" && wave === 0
      ? [...propertiesOf(schemas, schemaAt(schemas, kindUri(id))).keys(), ...computedNames(source.collection)]
      : null,
  );
  return all.length === 0 || all.includes(null) ? null : new Set(all.flatMap((names) => names ?? []));
}

/** Names of all properties of all schemas. */
function schemaNames({ schemas }: RecordSchemas): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { properties } = node as SchemaNode;
    if (properties !== undefined) for (const name of Object.keys(properties)) names.add(name);
    for (const child of Object.values(node)) visit(child);
  };
  for (const schema of schemas.values()) visit(schema);
  return names;
}
