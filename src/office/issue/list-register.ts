import type { Diagnostic, Text } from "../../base/diagnostics/index.ts";
import { readGiven } from "../../base/storage/index.ts";
import {
  entriesOf,
  headsOf,
  lostSince,
  noHeads,
  type RegisterEntry,
  type RegisterHead,
  readKeptHeads,
  seriesTitle,
} from "../../paperwork/register/index.ts";
import { readProject } from "../../project/reading/index.ts";

/** Entries of the register by series. */
export type RegisterListing = {
  readonly diagnostics: readonly Diagnostic[];
  readonly entries: readonly RegisterEntry[];
  readonly heads: readonly (RegisterHead & { readonly title: Text })[];
};

/**
 * Entries of the register in their chains, and the newest of each series. Reads the records without making a document.
 * @param against file that keeps the heads of an earlier day, to compare with: TRC8008, TRC8009
 */
export async function listRegister(
  content: string,
  templates?: string,
  against: string | null = null,
): Promise<RegisterListing> {
  const project = await readProject({ content, templates });
  if (project.value === undefined) return { diagnostics: project.diagnostics, entries: [], heads: [] };
  const entries = entriesOf(project.value.dossier);
  const diagnostics = against === null ? [] : await compared(against, entries);
  return {
    diagnostics,
    entries,
    heads: headsOf(entries).map((head) => ({ ...head, title: seriesTitle(head.series) })),
  };
}

async function compared(against: string, entries: readonly RegisterEntry[]): Promise<Diagnostic[]> {
  const kept = readKeptHeads(await readGiven(against).then(String, () => ""));
  return kept.length === 0 ? [noHeads(against)] : lostSince(kept, entries, against);
}
