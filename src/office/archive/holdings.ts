import type { Accession } from "./accession.ts";
import type { Book } from "./book.ts";

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
export function findHolding(holdings: readonly Holding[], name: string): Holding | undefined {
  const exact = holdings.find(({ document }) => document === name);
  if (exact !== undefined) return exact;
  const own = holdings.filter(({ document }) => document.split(".")[1] === name);
  return own.length === 1 ? own[0] : undefined;
}
