import { type Diagnostic, type Outcome, raise } from "../../base/diagnostics/index.ts";
import { askTimeStamp, checkTimeStamp, SignerFault } from "../signatures/index.ts";
import type { Accession } from "./accession.ts";
import { encode, type Files, makeBag } from "./bag.ts";
import { FINDINGS } from "./findings.ts";
import { type Holding, holdingsOf, openHolding } from "./holdings.ts";
import { infoOfNext } from "./next-version.ts";
import { addToBook, takeIn } from "./open-archive.ts";
import { passportWith } from "./passport.ts";
import { insideOf } from "./read-files.ts";
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
      const payload = insideOf(files, "data");
      const before = new TextDecoder().decode(files.get("data/passport.xml"));
      const said = wording.events.stamped ?? wording.events.supplemented;
      const name = stampName(holding.bags.length);
      const file = { name, role: "evidence", mime: "application/timestamp-token", bytes: stamp.value };
      payload.set("passport.xml", encode(passportWith(before, { files: [file] }, { text: said, date: today })));
      payload.set(name, stamp.value);
      const bag = makeBag(payload, infoOfNext(files, holding, today));
      const { document, title, bag: supplements } = holding.newest;
      const version = `${holding.bags[0]?.bag}+${holding.bags.length + 1}`;
      const line = { document, bag: version, supplements, received: today, title };
      added.push(await takeIn(archive, bag, { ...line, readme: wording.readme }));
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

/** Why a stamp is not of these bytes; null when it is, or when this machine cannot judge its algorithm. */
async function stampFault(stamp: Uint8Array, value: Uint8Array): Promise<SignerFault["said"] | null> {
  const carried = { certificates: [], lists: [] };
  const { state, reason } = await checkTimeStamp(stamp, value, carried, { at: "", trust: null, openssl: "openssl" });
  return state === "wrong" ? reason : null;
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
