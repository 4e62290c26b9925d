import { digestOf, readJson, type Store, writeJson } from "../../base/cache/index.ts";
import type { FileMemory, KeptYaml, SourceFile } from "../../base/yaml/index.ts";

/** What one file came to: the digest of its bytes, its data, the schemas it was found right by. */
type KeptFile = { readonly digest: string; readonly yaml: KeptYaml; readonly right: string[] };

/** A memory of files that writes what was learnt; nothing when nothing was. */
export type KeptFiles = FileMemory & { readonly save: () => Promise<void> };

/**
 * A memory of files in a store: one entry for all files of a run, under the name of all that readings depend on besides the bytes (engine,
 * schemas). An entry answers only for the bytes it was made of; what this run did not ask for is dropped when it is saved.
 *
 * @param digests of every file by its shown name
 */
export async function openKeptFiles(
  store: Store,
  base: readonly unknown[],
  digests: ReadonlyMap<string, string>,
): Promise<KeptFiles> {
  const name = digestOf(["files", ...base]);
  const before = new Map(await readJson<readonly (readonly [string, KeptFile])[]>(store, name));
  const now = new Map<string, KeptFile>();
  let changed = false;
  const known = ({ path }: SourceFile): KeptFile | undefined => {
    const kept = now.get(path) ?? before.get(path);
    if (kept === undefined || kept.digest !== digests.get(path)) return undefined;
    now.set(path, kept);
    return kept;
  };
  return {
    yaml: (file) => known(file)?.yaml,
    keepYaml: ({ path }, { data, spans, spots }) => {
      const digest = digests.get(path);
      if (digest === undefined) return;
      now.set(path, { digest, yaml: { data, spans, spots }, right: [] });
      changed = true;
    },
    isRight: (file, schema) => known(file)?.right.includes(schema) ?? false,
    keepRight: (file, schema) => {
      const kept = known(file);
      if (kept === undefined || kept.right.includes(schema)) return;
      kept.right.push(schema);
      changed = true;
    },
    save: async () => {
      if (changed)
        await writeJson(
          store,
          name,
          [...now].sort(([a], [b]) => (a < b ? -1 : 1)),
        );
      changed = false;
    },
  };
}
