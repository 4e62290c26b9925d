import { codeOf } from "../../../base/text/index.ts";

/** The code of a character that was found as it is, or as an escape in double quotes: `\u00ad` and the character itself give `U+00AD`. */
export function codeOfMatch(found: string): string {
  return found.startsWith("\\") ? `U+${found.slice(2).toUpperCase().padStart(4, "0")}` : codeOf(found);
}
