import { memoryStore, type Store } from "../../base/cache/index.ts";
import type { BuildSession } from "./make-set.ts";
import type { Press } from "./press.ts";

/**
 * A session, loaded only when one is opened. One for a process that builds again and again keeps in memory what it made; one that ends with its
 * run has nothing of it but what the cache keeps.
 */
export async function openSession(
  cache: Store | null,
  { goesOn = true, press = null }: { readonly goesOn?: boolean; readonly press?: Press | null } = {},
): Promise<BuildSession> {
  const { BuildSession: Session } = await import("./make-set.ts");
  return new Session(goesOn ? memoryStore(cache) : (cache ?? NOTHING_KEPT), press);
}

const NOTHING_KEPT: Store = { read: async () => undefined, write: async () => undefined, prune: async () => undefined };
