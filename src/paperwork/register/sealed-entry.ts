import { sha256 } from "../../base/text/index.ts";
import { yamlData } from "../../base/yaml/index.ts";
import type { RegisterEntry } from "./entry.ts";

/**
 * The entry in a text, by its own seal: what is written in it is what was sealed. Null for what is no entry or was changed. Git for Windows and mail
 * write CRLF: that changes no word.
 */
export function sealedEntry(text: string): RegisterEntry["fields"] | null {
  const [, above = "", seal] = /^(.*\n)seal: ([0-9a-f]{64})\n$/s.exec(text.replaceAll("\r\n", "\n")) ?? [];
  if (seal === undefined || sha256(above) !== seal) return null;
  const fields = yamlData(above) as RegisterEntry["fields"] | null;
  const isEntry =
    typeof fields?.document === "string" &&
    typeof fields.title === "string" &&
    typeof fields.registered === "string" &&
    typeof fields.entry === "number";
  return isEntry ? { ...fields, seal } : null;
}
