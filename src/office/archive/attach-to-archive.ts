import { type Diagnostic, hasErrors, type Outcome } from "../../base/diagnostics/index.ts";
import type { Accession } from "./accession.ts";
import { encode } from "./bag.ts";
import { holdingsOf, openHolding } from "./holdings.ts";
import { takeInNext } from "./next-version.ts";
import { addToBook } from "./open-archive.ts";
import { signatureFile } from "./passport.ts";
import { takePowers } from "./powers.ts";
import { ORIGINAL, signaturesIn, takeSignatures, verificationOf } from "./signatures.ts";
import { readArchiveWording } from "./wording.ts";

/** A late signature, and the archived document that it is of. */
export type ArchiveAttachOptions = {
  readonly archive: string;
  /** By default those of the program. */
  readonly templates?: string | undefined;
  /** Document of the archive or its record. */
  readonly document: string;
  /** Files of detached signatures over its original. */
  readonly signatures: readonly string[];
  /** Machine-readable powers of attorney of those who signed. */
  readonly powers?: readonly string[];
  /** Day of the accession, ISO. */
  readonly today: string;
};

/** The next version of the bag, or findings. */
export type ArchiveAttachReport = { readonly diagnostics: readonly Diagnostic[]; readonly added: Accession | null };

/**
 * Takes in signatures that came after the document: a bag is never changed, so they make its next version, a whole bag of its own beside the
 * first, entered in the book as a supplement of it. Codes TRC8303, TRC8304, TRC8306, TRC8309, TRC8310, TRC8314, TRC8319, TRC8322, TRC8323.
 */
export async function attachToArchive(options: ArchiveAttachOptions): Promise<ArchiveAttachReport> {
  const { value: wording, diagnostics: missing } = await readArchiveWording(options.templates);
  if (wording === undefined) return { diagnostics: missing, added: null };
  const { archive, today } = options;
  const { value = null, diagnostics: found } = await addToBook(options, async (book): Promise<Outcome<Accession>> => {
    const opened = await openHolding(archive, holdingsOf(book), options.document);
    if (opened.value === undefined) return { diagnostics: opened.diagnostics };
    const { holding, files } = opened.value;
    const kept = signaturesIn(files, "data/").map((path) => files.get(path) ?? new Uint8Array());
    const original = files.get(`data/${ORIGINAL}`) ?? new Uint8Array();
    const { signatures, diagnostics } = await takeSignatures(options.signatures, original, today, kept);
    const before = [...files.keys()].filter((path) => /^data\/power-\d+\.xml$/.test(path)).length;
    // The organisations stand in the records, which are not asked here.
    const powers = await takePowers(options.powers ?? [], { signatures, inns: null, at: today, kept: before });
    const found = [...diagnostics, ...powers.diagnostics];
    if (hasErrors(found)) return { diagnostics: found };
    const payload = new Map(
      [...signatures.map(signatureFile), ...powers.files].map(({ name, bytes }) => [name, bytes]),
    );
    const protocol = verificationOf(signatures, today, powers.reports);
    payload.set(`verification.${holding.bags.length + 1}.json`, encode(protocol));
    const passport = { signatures, files: [...signatures.map(signatureFile), ...powers.files] };
    const addition = { payload, passport, event: wording.events.supplemented };
    const value = await takeInNext(archive, opened.value, addition, { today, readme: wording.readme });
    return { value, diagnostics: found };
  });
  return { diagnostics: found, added: value };
}
