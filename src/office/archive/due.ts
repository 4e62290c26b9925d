import type { Outcome } from "../../base/diagnostics/index.ts";
import { dayFaults } from "../../project/reading/index.ts";
import { type ArchivedDocument, listArchive } from "./list-archive.ts";

/** Documents whose term of storage is over, and those still to keep. */
export type DueReport = {
  readonly on: string;
  /** Documents whose term is over: they may go into an act, nothing is deleted. */
  readonly due: readonly ArchivedDocument[];
  /** The next day on which something becomes due, and what. */
  readonly next: { readonly day: string; readonly documents: readonly ArchivedDocument[] } | null;
  /** Documents kept for ever, or as long as another thing lasts. */
  readonly lasting: number;
  /** Documents that were disposed of by an act already. */
  readonly disposed: number;
};

/** What the terms of retention allow to destroy on a day (ISO), and when the next ones end. TRC0005: the day is none; TRC8318, TRC8205: the archive cannot be read. */
export async function dueForDestruction(archive: string, on: string): Promise<Outcome<DueReport>> {
  const wrong = dayFaults({ date: on });
  if (wrong.length > 0) return { diagnostics: wrong };
  const { value: all, diagnostics } = await listArchive(archive);
  if (all === undefined) return { diagnostics };
  const documents = all.filter(({ disposedBy }) => disposedBy === null);
  const ending = documents.filter(({ destroyNotBefore }) => destroyNotBefore !== null);
  const later = ending.filter(({ destroyNotBefore }) => (destroyNotBefore ?? "") > on);
  const day = later.map(({ destroyNotBefore }) => destroyNotBefore ?? "").sort()[0];
  const due = {
    on,
    due: ending.filter(({ destroyNotBefore }) => (destroyNotBefore ?? "") <= on),
    next: day === undefined ? null : { day, documents: later.filter((one) => one.destroyNotBefore === day) },
    lasting: documents.length - ending.length,
    disposed: all.length - documents.length,
  };
  return { value: due, diagnostics };
}
