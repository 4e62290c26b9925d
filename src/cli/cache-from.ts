import { defaultCacheFolder, folderStore, type Store } from "../base/cache/index.ts";

/** The options of a command that name its cache. */
export type CacheFlags = { readonly cache?: boolean; readonly cacheDir?: string };

/** The cache that the command line asks for; null with `--no-cache`. */
export function cacheFrom({ cache, cacheDir }: CacheFlags): Store | null {
  return cache === false ? null : folderStore(cacheDir ?? defaultCacheFolder());
}
