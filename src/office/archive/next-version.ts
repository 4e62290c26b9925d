import { type BagInfo, type Files, readInfo } from "./bag.ts";
import type { Holding } from "./holdings.ts";

/** What the version before says of the document, with its own day and the name of that version. */
export function infoOfNext(files: Files, { newest }: Holding, today: string): BagInfo {
  const info = readInfo(files.get("bag-info.txt") ?? new Uint8Array()).set("Bagging-Date", today);
  for (const name of ["Payload-Oxum", "Supplements"]) info.delete(name);
  return [...info, ["Supplements", newest.bag]];
}
