import type { Store } from "../../base/cache/index.ts";
import type { BuildSession } from "./make-set.ts";

/** A session for a process that builds again and again; it is loaded only when one is opened. */
export async function openSession(cache: Store | null): Promise<BuildSession> {
  const { BuildSession: Session } = await import("./make-set.ts");
  return new Session(cache);
}
