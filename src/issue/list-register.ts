import { readProject } from "../build/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { entriesOf, headsOf, type RegisterEntry, type RegisterHead } from "../register/index.ts";

export type RegisterListing = {
  readonly diagnostics: readonly Diagnostic[];
  readonly entries: readonly RegisterEntry[];
  readonly heads: readonly RegisterHead[];
};

/** Entries of the register in their chains, and the newest of each series. Reads the records without making a document. */
export async function listRegister(content: string, templates: string): Promise<RegisterListing> {
  const project = await readProject({ content, templates });
  if (project.value === undefined) return { diagnostics: project.diagnostics, entries: [], heads: [] };
  const entries = entriesOf(project.value.dossier);
  return { diagnostics: [], entries, heads: headsOf(entries) };
}
