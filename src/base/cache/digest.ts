import { sha256 } from "../text/index.ts";

/** SHA-256 (hex) of bytes, of a text, or of a plain value by its JSON: lists stay apart from texts, and parts from their joins. */
export function digestOf(value: Uint8Array | string | object): string {
  const plain = typeof value === "string" || value instanceof Uint8Array;
  return sha256(plain ? value : JSON.stringify(value));
}
