import type { Outcome } from "../../base/diagnostics/index.ts";
import { propertiesOf, referenceOf, type SchemaLocation, type YamlData } from "../../base/yaml/index.ts";
import { allRecords } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";
import { notAbout, unknownRecord } from "./new-record-faults.ts";
import { isRequired } from "./schema-questions.ts";

/** A record is about a document or an activity; whom it names is set by `--set`. */
const WHO = new Set(["people", "organisations", "centre"]);

/** Puts the id of `--of` where the schema has a reference to its folder, with what both records refer to alike. */
export function setAbout(
  project: Project,
  spots: readonly SchemaLocation[],
  id: string,
  given: Map<string, YamlData>,
): Outcome<null> {
  const known = allRecords(project.dossier);
  const holders = known.filter((record) => record.id === id && !WHO.has(record.collection));
  const found = referencePath(project, spots, new Set(holders.map(({ collection }) => collection)), []);
  if (found === null) {
    const ids = known.map((record) => record.id);
    return { diagnostics: [ids.includes(id) ? notAbout(id) : unknownRecord("--of", id, ids)] };
  }
  given.set(found.path.join("."), id);
  const about = holders.find(({ collection }) => collection === found.collection);
  for (const [key, nodes] of propertiesOf(project.schemas, spots)) {
    const value = about?.data[key];
    if (referenceOf(nodes) !== null && typeof value === "string" && !given.has(key) && isRequired(spots, key))
      given.set(key, value);
  }
  return { value: null, diagnostics: [] };
}

function referencePath(
  project: Project,
  spots: readonly SchemaLocation[],
  collections: ReadonlySet<string>,
  path: readonly string[],
): { readonly path: readonly string[]; readonly collection: string } | null {
  const target = referenceOf(spots);
  if (target !== null && collections.has(target)) return { path, collection: target };
  if (path.length > 5) return null;
  const entries = [...propertiesOf(project.schemas, spots)].sort(
    ([a], [b]) => Number(isRequired(spots, b)) - Number(isRequired(spots, a)),
  );
  for (const [key, nodes] of entries) {
    const found =
      referencePath(project, nodes, collections, [...path, key]) ??
      inItems(project, nodes, collections, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

function inItems(
  project: Project,
  spots: readonly SchemaLocation[],
  collections: ReadonlySet<string>,
  path: readonly string[],
): ReturnType<typeof referencePath> {
  const items = spots.flatMap(({ base, node }) =>
    typeof node.items === "object" && node.items !== null ? [{ base, node: node.items as SchemaLocation["node"] }] : [],
  );
  return items.length === 0 ? null : referencePath(project, items, collections, [...path, "0"]);
}
