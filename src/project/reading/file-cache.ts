import { digestOf, readJson, type Store, writeJson } from "../../base/cache/index.ts";
import type { CachedYaml, SourceFile, YamlCache } from "../../base/yaml/index.ts";

/** One file: the digest of its bytes, its data, the schemas it is valid against. */
type CachedFile = { readonly digest: string; readonly yaml: CachedYaml; readonly valid: string[] };

/** A cache of parsed files; `save` writes it when something was added. */
export type FileCache = YamlCache & { readonly save: () => Promise<void> };

/**
 * A cache of parsed files in a store: one entry for all files of a run, under the name of all that parsing depends on besides the bytes
 * (engine, schemas). It answers only for the bytes it was made of; what this run did not ask for is dropped when it is saved.
 *
 * @param digests of every file by its shown name
 */
export async function openFileCache(
  store: Store,
  base: readonly unknown[],
  digests: ReadonlyMap<string, string>,
): Promise<FileCache> {
  const name = digestOf(["files", ...base]);
  const before = new Map(await readJson<readonly (readonly [string, CachedFile])[]>(store, name));
  const now = new Map<string, CachedFile>();
  let changed = false;
  const known = ({ path }: SourceFile): CachedFile | undefined => {
    const cached = now.get(path) ?? before.get(path);
    if (cached === undefined || cached.digest !== digests.get(path)) return undefined;
    now.set(path, cached);
    return cached;
  };
  return {
    yaml: (file) => known(file)?.yaml,
    storeYaml: ({ path }, { data, spans, ranges }) => {
      const digest = digests.get(path);
      if (digest === undefined) return;
      now.set(path, { digest, yaml: { data, spans, ranges }, valid: [] });
      changed = true;
    },
    isValid: (file, schema) => known(file)?.valid.includes(schema) ?? false,
    storeValid: (file, schema) => {
      const cached = known(file);
      if (cached === undefined || cached.valid.includes(schema)) return;
      cached.valid.push(schema);
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
