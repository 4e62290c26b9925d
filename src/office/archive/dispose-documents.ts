import { type Diagnostic, type Outcome, raise } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
import { type Holding, holdingsOf, openHolding } from "./holdings.ts";
import { archivedDocuments } from "./list-archive.ts";
import { addToBook, enterDisposal } from "./open-archive.ts";

/** Which documents an act disposed of. */
export type DisposeOptions = {
  readonly archive: string;
  /** Documents of the archive or their records. */
  readonly documents: readonly string[];
  /** Name of the approved act: «Акт от 20.01.2032 № 1». */
  readonly act: string;
  /** Day of the entry, ISO. */
  readonly today: string;
};

/** Bags that an act disposed of, or findings. */
export type DisposeReport = {
  readonly diagnostics: readonly Diagnostic[];
  /** Documents entered as disposed of, and the folders that may now be removed by hand. */
  readonly documents: readonly string[];
  readonly bags: readonly string[];
};

/**
 * Enters in the book that documents were disposed of by an approved act. Nothing is deleted: from then on their bags may be absent.
 * All of them or none. Codes TRC8310, TRC8314, TRC8319, TRC8323, TRC8324.
 */
export async function disposeDocuments(options: DisposeOptions): Promise<DisposeReport> {
  const { archive, documents, act, today } = options;
  const { value = [], diagnostics } = await addToBook(options, async (book): Promise<Outcome<readonly Holding[]>> => {
    const holdings = holdingsOf(book);
    const terms = new Map((await archivedDocuments(archive, book)).map((one) => [one.document, one]));
    const chosen = new Set<Holding>();
    const faults: Diagnostic[] = [];
    for (const name of documents) {
      // The term is read from the bag: it has to be the one that was taken in.
      const opened = await openHolding(archive, holdings, name);
      faults.push(...opened.diagnostics);
      if (opened.value === undefined) continue;
      const { holding } = opened.value;
      const { destroyNotBefore = null, term = "" } = terms.get(holding.document) ?? {};
      if (destroyNotBefore === null || destroyNotBefore > today)
        faults.push(raise(FINDINGS.TRC8324, { of: [holding.newest.title, destroyNotBefore, term] }));
      else chosen.add(holding);
    }
    if (faults.length > 0) return { diagnostics: faults };
    for (const { newest } of chosen) await enterDisposal(archive, newest, { disposedBy: act, received: today });
    return { value: [...chosen], diagnostics: [] };
  });
  return {
    diagnostics,
    documents: value.map(({ document }) => document),
    bags: value.flatMap(({ bags }) => bags.map(({ bag }) => bag)),
  };
}
