import { createHash } from "node:crypto";

/** Namespace of all our identifiers. */
const NAMESPACE = "8f1d3a52-6c0b-5e7e-9d0c-2b6a4f1e7c90";

/** UUID of version 5 (RFC 9562) for a name: the same name gives the same identifier everywhere. */
export function uuidOf(name: string): string {
  const space = Buffer.from(NAMESPACE.replaceAll("-", ""), "hex");
  const bytes = createHash("sha1").update(space).update(name, "utf8").digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
