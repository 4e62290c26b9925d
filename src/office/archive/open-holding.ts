import { type Outcome, raise } from "../../base/diagnostics/index.ts";
import type { Files } from "./bag.ts";
import { FINDINGS } from "./findings.ts";
import { findHolding, type Holding } from "./holdings.ts";
import { readBag } from "./read-bag.ts";

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
