/** OCFL objects of versions 1.0 and 1.1: written, and read byte by byte. Pure; what is in them, it does not know. */
import { type Diagnostic, raise } from "../../base/diagnostics/index.ts";
import { OCFL_CODES } from "./codes.ts";
import { FINDINGS } from "./findings.ts";
import type { OcflFault } from "./validate-object.ts";

export { type Inventory, numberOf } from "./inventory.ts";
export { type Files, judgeObject } from "./validate-object.ts";
export { type NewVersion, objectFolder, rootFiles, writeObject } from "./write-object.ts";

/** TRC8340: a fault of an object; what OCFL only warns about is a warning. */
export function ocflDiagnostic(object: string, { code, path }: OcflFault): Diagnostic {
  const severity = code.startsWith("W") ? "warning" : "error";
  return raise(FINDINGS.TRC8340, { of: [`${object}/${path}`, code, OCFL_CODES[code]], severity });
}

/** TRC8341: a folder that no archive can be restored from. */
export function noArchiveIn(folder: string): Diagnostic {
  return raise(FINDINGS.TRC8341, { of: [folder] });
}
