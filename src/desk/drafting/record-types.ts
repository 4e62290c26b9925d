import type { Outcome } from "../../base/diagnostics/index.ts";
import { isFields, readYaml } from "../../base/yaml/index.ts";
import { kindUri, sharedUri } from "../../paperwork/records/index.ts";
import { COLLECTIONS } from "../../paperwork/schemas/index.ts";
import { type Project, type ProjectFolders, readProject } from "../../project/reading/index.ts";
import { COMPLETE, type Complete } from "./complete-record.ts";
import type { Fields } from "./fill-record.ts";

/** Something that can be begun: a document kind found under `templates/`, or a record without a kind. */
export type RecordType = {
  readonly name: string;
  readonly title: string;
  readonly collection: string;
  readonly kind: string | null;
  /** URI of its schema. */
  readonly schema: string;
  readonly sample: Fields | null;
  /** Fills in what only this type knows. */
  readonly complete?: Complete;
};

/** What `trc new` can begin in a content folder: the names and titles of its types, by name. Writes nothing. */
export async function listRecordTypes(
  folders: ProjectFolders,
): Promise<Outcome<readonly Pick<RecordType, "name" | "title" | "collection" | "kind" | "schema">[]>> {
  const { value: project, diagnostics } = await readProject(folders);
  return project === undefined ? { diagnostics } : { value: recordTypes(project), diagnostics };
}

/** Every type by name; a kind whose documents are made of other kinds' records (an acquaintance sheet) is none. */
export function recordTypes(project: Project): RecordType[] {
  const { kinds, schemas } = project;
  const own = kinds.kinds.filter(({ source }) => source.kinds === "own");
  const ofKinds = own.map(({ id, title, source: { collection } }): RecordType => {
    const schema = schemas.kinds.has(id) ? kindUri(id) : sharedUri(COLLECTIONS[collection] ?? "");
    const complete = COMPLETE[id] ?? COMPLETE[collection];
    const sample = sampleOf(project, id);
    return { name: id, title, collection, kind: id, schema, sample, ...(complete && { complete }) };
  });
  const covered = new Set(own.map(({ source }) => source.collection));
  const plain = Object.entries(COLLECTIONS).flatMap(([collection, name]): RecordType[] => {
    if (name === null || covered.has(collection)) return [];
    const schema = sharedUri(name);
    const title = String(schemas.schemas.get(schema)?.title ?? collection);
    const complete = COMPLETE[collection];
    return [{ name, title, collection, kind: null, schema, sample: null, ...(complete && { complete }) }];
  });
  return [...ofKinds, ...plain].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function sampleOf(project: Project, kind: string): Fields | null {
  const file = project.templateFiles.find(({ inside }) => inside === `${kind}/sample.yaml`);
  const data = file === undefined ? undefined : readYaml(file).value?.data;
  return isFields(data) ? data : null;
}
