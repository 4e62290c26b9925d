import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { itemsOf, propertiesOf, referenceOf, type SchemaLocation, type YamlData } from "../../base/yaml/index.ts";
import { allRecords } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";
import { notAbout, unknownRecord } from "./new-record-faults.ts";

/** A record is about a document or an activity; whom it names is set by `--set`. */
const WHO = new Set(["people", "organisations", "centre"]);

/**
 * Puts the id of `--of` where the schema has a reference to its folder, with what both records refer to alike. Codes TRC9002, TRC9003; null
 * when it is done.
 */
export function setAbout(
  { dossier, schemas }: Pick<Project, "dossier" | "schemas">,
  locations: readonly SchemaLocation[],
  { id, given }: { readonly id: string; readonly given: Map<string, YamlData> },
): Diagnostic | null {
  const known = allRecords(dossier);
  const holders = known.filter((record) => record.id === id && !WHO.has(record.collection));
  const folders = new Set(holders.map(({ collection }) => collection));
  const referred = new Set<string>();
  const reference = (at: readonly SchemaLocation[], path: readonly string[]): Reference | null => {
    const collection = referenceOf(at);
    if (collection !== null && !WHO.has(collection)) referred.add(collection);
    if (collection !== null && folders.has(collection)) return { path, collection };
    if (path.length > 5) return null;
    const inside = [...propertiesOf(schemas, at)].sort(
      ([a], [b]) => Number(isRequired(at, b)) - Number(isRequired(at, a)),
    );
    for (const [key, nodes] of inside) {
      const items = itemsOf(schemas, nodes);
      const found =
        reference(nodes, [...path, key]) ?? (items.length > 0 ? reference(items, [...path, key, "0"]) : null);
      if (found !== null) return found;
    }
    return null;
  };
  const found = reference(locations, []);
  if (found === null) {
    const ids = known.map((record) => record.id);
    if (!ids.includes(id)) return unknownRecord("--of", id, ids);
    // The certificate of an event is about its result.
    const own = known.filter(({ collection, data }) => referred.has(collection) && Object.values(data).includes(id));
    return notAbout(id, { folders: [...referred], meant: own.map((record) => record.id) });
  }
  given.set(found.path.join("."), id);
  const about = holders.find(({ collection }) => collection === found.collection);
  for (const [key, nodes] of propertiesOf(schemas, locations)) {
    const value = about?.data[key];
    // The programme of an event is for the place of the event.
    if (
      (referenceOf(nodes) !== null || key === "place") &&
      typeof value === "string" &&
      !given.has(key) &&
      isRequired(locations, key)
    )
      given.set(key, value);
  }
  return null;
}

type Reference = { readonly path: readonly string[]; readonly collection: string };

function isRequired(locations: readonly SchemaLocation[], key: string): boolean {
  return locations.some(({ node }) => node.required?.includes(key) === true);
}
