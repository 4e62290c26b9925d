/**
 * A store of bytes by name, in memory or in a folder. Names are digests of everything the bytes depend on, so an entry is either right or
 * not there; what is damaged, foreign or cannot be read counts as not there. A shared store is for machines of different people: its entries are signed.
 */
export { digestOf } from "./digest.ts";
export type { FarAddress } from "./far-places.ts";
export { FINDINGS as CACHE_FINDINGS } from "./findings.ts";
export { defaultCacheFolder, folderStore } from "./folder-store.ts";
export { memoryStore } from "./memory-store.ts";
export { isSharedKey, type SharedAddress, type SharedStore, sharedStore } from "./shared-store.ts";
export { readJson, type Store, writeJson } from "./store.ts";
