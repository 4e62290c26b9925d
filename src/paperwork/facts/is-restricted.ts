import type { ContentRecord } from "../records/index.ts";

/** Whether a record has a mark of restricted access (`restriction`). */
export function isRestricted({ data }: ContentRecord): boolean {
  return data.restriction !== undefined && data.restriction !== null;
}
