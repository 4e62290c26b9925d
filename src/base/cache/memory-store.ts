import type { Store } from "./store.ts";

/** Bytes kept by a process that goes on; the least used are let go. Beyond memory it asks the store under it. */
export function memoryStore(under: Store | null, limitBytes = 256 * 1024 * 1024): Store {
  const held = new Map<string, Uint8Array>();
  let size = 0;
  const hold = (name: string, bytes: Uint8Array): void => {
    size += bytes.length - (held.get(name)?.length ?? 0);
    held.delete(name);
    held.set(name, bytes);
    for (const [oldest, { length }] of held) {
      if (size <= limitBytes) break;
      held.delete(oldest);
      size -= length;
    }
  };
  return {
    read: async (name) => {
      const bytes = held.get(name) ?? (await under?.read(name));
      if (bytes !== undefined) hold(name, bytes);
      return bytes;
    },
    write: async (name, bytes) => {
      hold(name, bytes);
      await under?.write(name, bytes);
    },
    prune: async (used) => under?.prune(used),
  };
}
