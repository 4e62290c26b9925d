import { type Outcome, raise } from "../../base/diagnostics/index.ts";
import type { Accession } from "./accession.ts";
import { type Files, isIntact } from "./bag.ts";
import type { Book } from "./book.ts";
import { FINDINGS } from "./findings.ts";
import { readFiles } from "./read-files.ts";

/** A document of the archive by the book: its bags from the first to the newest, and the act by which it was disposed of. */
export type Holding = {
  readonly document: string;
  readonly bags: readonly Accession[];
  readonly newest: Accession;
  readonly disposedBy: string | null;
};

/** What the archive holds, in the order in which documents were taken in. */
export function holdingsOf({ entries }: Book): Holding[] {
  const holdings = new Map<string, Holding>();
  for (const accession of entries) {
    const { document, disposedBy } = accession;
    const held = holdings.get(document);
    if (disposedBy === null)
      holdings.set(document, {
        document,
        bags: [...(held?.bags ?? []), accession],
        newest: accession,
        disposedBy: held?.disposedBy ?? null,
      });
    else if (held !== undefined) holdings.set(document, { ...held, disposedBy });
  }
  return [...holdings.values()];
}

/** The holding that a name means: the document's id, or the id of its record when only one document has it. */
function findHolding(holdings: readonly Holding[], name: string): Holding | undefined {
  const exact = holdings.find(({ document }) => document === name);
  if (exact !== undefined) return exact;
  const own = holdings.filter(({ document }) => document.split(".")[1] === name);
  return own.length === 1 ? own[0] : undefined;
}

/**
 * A document of the archive with the files of its newest bag, which is as it was taken in. TRC8319: no such document; TRC8323: it was disposed of;
 * TRC8310: the bag is damaged.
 */
export async function openHolding(
  archive: string,
  holdings: readonly Holding[],
  name: string,
): Promise<Outcome<{ readonly holding: Holding; readonly files: Files }>> {
  const holding = findHolding(holdings, name);
  const there = holdings.map(({ document }) => document);
  if (holding === undefined) return { diagnostics: [raise(FINDINGS.TRC8319, { of: [archive, name, there] })] };
  const { newest, disposedBy } = holding;
  if (disposedBy !== null) return { diagnostics: [raise(FINDINGS.TRC8323, { of: [newest.title, disposedBy] })] };
  const files = await readBag(archive, newest);
  if (files === null) return { diagnostics: [raise(FINDINGS.TRC8310, { of: [newest.bag] })] };
  return { value: { holding, files }, diagnostics: [] };
}

/** Files of a bag; null when it is not there, is damaged or is not the one that was taken in. */
async function readBag(archive: string, accession: Accession): Promise<Files | null> {
  const found = await readFiles(`${archive}/${accession.bag}`);
  return found !== undefined && found.strange.length === 0 && isIntact(found.files, accession) ? found.files : null;
}
