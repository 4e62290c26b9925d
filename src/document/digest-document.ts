import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import type { DocumentModel } from "./model.ts";

/** SHA-256 (hex) of the canonical form of the tree: what people approve. Any change of words or structure changes it. */
export function digestDocument(document: DocumentModel): string {
  return createHash("sha256").update(canonicalJson(document), "utf8").digest("hex");
}
