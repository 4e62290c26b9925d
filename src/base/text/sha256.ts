import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal, of bytes or of text as UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Lines with a last one that is the SHA-256 of all above: `sed '$d' FILE | sha256sum` gives it. `name` stands before it. */
export function sealLines(above: string, name: string): { readonly text: string; readonly seal: string } {
  const seal = sha256(above);
  return { text: `${above}${name}: ${seal}\n`, seal };
}
