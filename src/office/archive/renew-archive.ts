import { type Diagnostic, type Outcome, raise } from "../../base/diagnostics/index.ts";
import { askTimeStamp, SignerFault, stampFault } from "../signatures/index.ts";
import type { Accession } from "./accession.ts";
import type { Files } from "./bag.ts";
import { FINDINGS } from "./findings.ts";
import { type Holding, holdingsOf, openHolding } from "./holdings.ts";
import { takeInNext } from "./next-version.ts";
import { addToBook } from "./open-archive.ts";
import { readArchiveWording } from "./wording.ts";

/** Which documents of an archive are stamped anew, and by whom. */
export type RenewOptions = {
  readonly archive: string;
  /** By default those of the program. */
  readonly templates?: string | undefined;
  /** Documents of the archive or their records; none means all that carry a signature. */
  readonly documents: readonly string[];
  /** Address of a service of time stamps. */
  readonly tsa: string;
  /** Day of the accession, ISO. */
  readonly today: string;
};

/** What a stamp of a bag is over: a list of the digests of everything in it, by the longer of its two algorithms. */
const STAMPED = "tagmanifest-sha512.txt";

/** Name in a bag of the stamp over an earlier version of it. */
function stampName(version: number): string {
  return `evidence.${version}.tst`;
}

/**
 * Stamps bags with the time before the algorithms and the certificates of their signatures age: a bag is never changed, so the stamp over its newest version
 * comes into the next one, with everything that the version holds. Whoever trusts the newest stamp knows that all before it was there then.
 * Codes TRC8309, TRC8310, TRC8314, TRC8319, TRC8323, TRC8331, TRC8333.
 */
export async function renewArchive(
  options: RenewOptions,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly added: readonly Accession[] }> {
  const { archive, templates, today, tsa, documents } = options;
  const { value: wording, diagnostics: missing } = await readArchiveWording(templates);
  if (wording === undefined) return { diagnostics: missing, added: [] };
  const added: Accession[] = [];
  const { diagnostics } = await addToBook(options, async (book): Promise<Outcome<undefined>> => {
    const holdings = holdingsOf(book);
    const kept = holdings.filter(({ disposedBy }) => disposedBy === null).map(({ document }) => document);
    for (const wanted of documents.length > 0 ? documents : kept) {
      const opened = await openHolding(archive, holdings, wanted);
      if (opened.value === undefined) return { diagnostics: opened.diagnostics };
      const { holding, files } = opened.value;
      if (documents.length === 0 && !isSigned(files)) continue;
      const stamp = await stampOf(holding, files, tsa);
      if (stamp.value === undefined) return { diagnostics: stamp.diagnostics };
      const name = stampName(holding.bags.length);
      const file = { name, role: "evidence", mime: "application/timestamp-token", bytes: stamp.value };
      const event = wording.events.stamped ?? wording.events.supplemented;
      const addition = { payload: new Map([[name, stamp.value]]), passport: { files: [file] }, event };
      added.push(await takeInNext(archive, opened.value, addition, { today, readme: wording.readme }));
    }
    return { value: undefined, diagnostics: [] };
  });
  return { diagnostics, added };
}

function isSigned(files: Files): boolean {
  return [...files.keys()].some((path) => /^data\/(document\.pdf(\.\d+)?\.sig|evidence\.\d+\.tst)$/.test(path));
}

/** A stamp over the newest version of a bag, verified before it is taken. */
async function stampOf({ newest }: Holding, files: Files, tsa: string): Promise<Outcome<Uint8Array>> {
  const value = files.get(STAMPED) ?? new Uint8Array();
  try {
    const stamp = await askTimeStamp(tsa, value, "sha512");
    const fault = await stampFault(stamp, value);
    return fault === null
      ? { value: stamp, diagnostics: [] }
      : { diagnostics: [raise(FINDINGS.TRC8333, { of: [newest.bag, fault] })] };
  } catch (error) {
    if (!(error instanceof SignerFault)) throw error;
    return { diagnostics: [raise(FINDINGS.TRC8333, { of: [newest.bag, error.said] })] };
  }
}

/** TRC8333: stamps in bags that are not of the version they say. @param files all files of the archive by their paths */
export async function stampFaults(files: Files, book: readonly Accession[]): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const bags = new Map<string, Accession[]>();
  for (const accession of book) {
    if (accession.disposedBy !== null) continue;
    const versions = [...(bags.get(accession.document) ?? []), accession];
    bags.set(accession.document, versions);
    for (const [index, version] of versions.entries()) {
      const stamp = files.get(`${accession.bag}/data/${stampName(index + 1)}`);
      const value = files.get(`${version.bag}/${STAMPED}`);
      if (stamp === undefined || value === undefined) continue;
      const fault = await stampFault(stamp, value);
      if (fault !== null)
        found.push(raise(FINDINGS.TRC8333, { of: [`${accession.bag}/data/${stampName(index + 1)}`, fault] }));
    }
  }
  return found;
}
