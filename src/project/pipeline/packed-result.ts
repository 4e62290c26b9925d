import { deserialize, serialize } from "node:v8";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { CentreResult } from "./centre-run.ts";

/** A result put away, a twentieth of its size, until the other centres are made. */
export type PackedResult = { readonly bytes: Uint8Array };

/** Puts a result away. */
export function packed(result: CentreResult): PackedResult {
  return { bytes: deflateRawSync(serialize(result), { level: 1 }) };
}

/** The result as it was. */
export function unpacked({ bytes }: PackedResult): CentreResult {
  return deserialize(inflateRawSync(bytes)) as CentreResult;
}
