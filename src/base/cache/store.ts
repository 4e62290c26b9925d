/** Bytes by name (a digest in hex). Both ways never throw for what the disk says: a cache that cannot be used is an empty one. */
export type Store = {
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Lets go of the oldest entries when there are too many. @param used entries that stay whatever their age */
  readonly prune: (used?: readonly string[]) => Promise<void>;
  /** The folder that another thread opens the same store by; a store without one cannot be shared. */
  readonly folder?: string;
};

/** A value that was stored as JSON; undefined when it is not there. Its shape is what was written under that name. */
export async function readJson<T>(store: Store, name: string): Promise<T | undefined> {
  const bytes = await store.read(name);
  return bytes === undefined ? undefined : (JSON.parse(new TextDecoder().decode(bytes)) as T);
}

/** Keeps a value under its name as JSON. */
export async function writeJson(store: Store, name: string, value: unknown): Promise<void> {
  await store.write(name, new TextEncoder().encode(JSON.stringify(value)));
}
