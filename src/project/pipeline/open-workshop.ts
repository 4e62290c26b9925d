import type { Store } from "../../base/cache/index.ts";
import type { Workshop } from "./make-set.ts";

/** A workshop for a process that builds again and again; it is loaded only when one is opened. */
export async function openWorkshop(cache: Store | null): Promise<Workshop> {
  const { Workshop: Shop } = await import("./make-set.ts");
  return new Shop(cache);
}
