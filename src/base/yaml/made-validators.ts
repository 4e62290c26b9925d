import type { ValidateFunction } from "ajv";

/**
 * Validators of the program's own schemas by `schemaDigest`, made when it was compiled: making them takes longer than what they look at.
 * `scripts/compile.mjs` puts what was made in the place of the table; sources that run as they are have none of them.
 */
export function madeValidators(): { readonly [digest: string]: ValidateFunction } {
  return {};
}
