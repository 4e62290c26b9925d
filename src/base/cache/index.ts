/**
 * A store of bytes by name, in memory or in a folder. Names are digests of everything the bytes depend on, so an entry is either right or
 * not there; what is damaged, foreign or cannot be read counts as not there. Imports no room but base/text.
 */
export { digestOf } from "./digest.ts";
export { defaultCacheFolder, folderStore } from "./folder-store.ts";
export { memoryStore } from "./memory-store.ts";
export { readJson, type Store, writeJson } from "./store.ts";
