import type { Fix } from "../../../base/diagnostics/index.ts";
import { readYaml } from "../../../base/yaml/index.ts";

/** A corrected text, and the fixes that were made. */
export type Corrected = { readonly text: string; readonly made: readonly Fix[] };

/**
 * Makes the fixes of one YAML file: only their ranges change, every other character stays. Of two that overlap the first
 * is made; the other waits for the next run. A fix that would make another record of the file is not made.
 */
export function correctText(text: string, fixes: readonly Fix[]): Corrected {
  const ordered = [...fixes].sort((a, b) => a.start - b.start || a.end - b.end);
  const apart: Fix[] = [];
  for (const fix of ordered) {
    const last = apart.at(-1);
    if (fix.start >= 0 && fix.end <= text.length && (last === undefined || fix.start >= last.end)) apart.push(fix);
  }
  const all = replaced(text, apart);
  if (sameShape(text, all)) return { text: all, made: apart };
  const made = apart.filter((fix) => sameShape(text, replaced(text, [fix])));
  const some = replaced(text, made);
  return sameShape(text, some) ? { text: some, made } : { text, made: [] };
}

function replaced(text: string, fixes: readonly Fix[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, replacement } of fixes) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** True when both texts are YAML with the same keys and lists. */
function sameShape(before: string, after: string): boolean {
  const shape = (text: string): string | null => {
    const { value } = readYaml({ path: "", bytes: new TextEncoder().encode(text) });
    return value === undefined ? null : JSON.stringify(value.spans.map(({ pointer }) => pointer));
  };
  const wanted = shape(before);
  return wanted !== null && wanted === shape(after);
}
