import { type Diagnostic, hasErrors } from "../../base/diagnostics/index.ts";
import { storageFault } from "../../base/storage/index.ts";
import type { Accession } from "./accession.ts";
import { encode, type Files, makeBag, readInfo } from "./bag.ts";
import { readBook, spoiltBook } from "./book.ts";
import { type Holding, holdingsOf } from "./holdings.ts";
import { takeIn, withArchive } from "./open-archive.ts";
import { openHolding } from "./open-holding.ts";
import { passportWith } from "./passport.ts";
import { signatureName, takeSignatures, verificationOf } from "./signatures.ts";
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
  const words = await readArchiveWording(options.templates);
  if (words.value === undefined) return { diagnostics: words.diagnostics, added: null };
  const wording = words.value;
  const failed = (...diagnostics: readonly Diagnostic[]): ArchiveAttachReport => ({ diagnostics, added: null });
  try {
    return await withArchive(options.archive, async () => {
      const spoilt = await spoiltBook(options.archive);
      if (spoilt.length > 0) return failed(...spoilt);
      const opened = await openHolding(options.archive, holdingsOf(await readBook(options.archive)), options.document);
      if (opened.value === undefined) return failed(...opened.diagnostics);
      const { holding, files } = opened.value;
      const kept = signaturesIn(files);
      const original = files.get("data/document.pdf") ?? new Uint8Array();
      const { signatures, diagnostics } = await takeSignatures(options.signatures, original, options.today, kept);
      if (hasErrors(diagnostics)) return { diagnostics, added: null };
      const version = holding.bags.length + 1;
      const passport = passportWith(text(files, "data/passport.xml"), signatures, {
        text: wording.events.supplemented,
        date: options.today,
      });
      const payload = new Map([...files].flatMap(([path, bytes]) => (isPayload(path) ? [[path.slice(5), bytes]] : [])));
      for (const { file, bytes } of signatures) payload.set(file, bytes);
      payload.set("passport.xml", encode(passport));
      payload.set(`verification.${version}.json`, encode(verificationOf(signatures, options.today)));
      const bag = makeBag(payload, infoOf(files, holding, options.today));
      const { document, title } = holding.newest;
      const line = {
        document,
        bag: `${holding.bags[0]?.bag}+${version}`,
        supplements: holding.newest.bag,
        received: options.today,
        title,
      };
      return { diagnostics, added: await takeIn(options.archive, bag, line, wording.readme) };
    });
  } catch (error) {
    return failed(storageFault(options.archive, error));
  }
}

function signaturesIn(files: Files): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (;;) {
    const bytes = files.get(`data/${signatureName(found.length + 1)}`);
    if (bytes === undefined) return found;
    found.push(bytes);
  }
}

/** What the version before says of the document, with its own day and the name of that version. */
function infoOf(files: Files, { newest }: Holding, today: string): [string, string][] {
  const before = readInfo(files.get("bag-info.txt") ?? new Uint8Array());
  const kept = [...before].filter(([name]) => name !== "Payload-Oxum" && name !== "Supplements");
  return [
    ...kept.map(([name, value]): [string, string] => [name, name === "Bagging-Date" ? today : value]),
    ["Supplements", newest.bag],
  ];
}

function isPayload(path: string): boolean {
  return path.startsWith("data/");
}

function text(files: Files, path: string): string {
  return new TextDecoder().decode(files.get(path) ?? new Uint8Array());
}
