import { sha256 } from "../../base/text/index.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { DocumentModel } from "./model.ts";

/**
 * SHA-256 (hex) of the words and the structure of a document: what people approve. Any change of a word, a number or a mark changes it;
 * the profile it is laid out by and the kind of its spaces (plain or no-break) do not.
 */
export function digestDocument(document: DocumentModel): string {
  const { profile: _profile, variant: _variant, ...meta } = document.meta;
  const words = canonicalJson({ ...document, meta }).replace(/[\u00a0\u202f]/g, " ");
  return sha256(words);
}
