import type { Diagnostic } from "../../base/diagnostics/index.ts";

/** Of templates: their own faults, and names that nothing can have. */
export type TemplateFaults = { readonly own: readonly Diagnostic[]; readonly names: readonly Diagnostic[] };

/** Faults of templates; names that nothing can have are left out where their place has been told already. */
export function unheard({ own, names }: TemplateFaults, found: readonly Diagnostic[]): Diagnostic[] {
  const told = new Set(found.map(placeKey));
  return [...own, ...names.filter((fault) => !told.has(placeKey(fault)))];
}

/** A finding by its code and line. */
function placeKey({ code, place }: Diagnostic): string {
  return `${code} ${place?.file}:${place?.start.line}`;
}
