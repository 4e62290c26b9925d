import type { Accession } from "./accession.ts";
import { type BagInfo, encode, type Files, makeBag, readInfo } from "./bag.ts";
import type { Holding } from "./holdings.ts";
import { takeIn } from "./open-archive.ts";
import { type PassportFile, passportWith } from "./passport.ts";
import { insideOf } from "./read-files.ts";
import type { SignatureReport } from "./signatures.ts";

/** What a document gets after it was taken in: files of its bag, how the passport names them, and the event. */
export type Addition = {
  readonly payload: Files;
  readonly passport: { readonly signatures?: readonly SignatureReport[]; readonly files?: readonly PassportFile[] };
  readonly event: string;
};

/** Takes in the next version of a bag: everything that the newest has, and what is added. A bag itself is never changed. */
export function takeInNext(
  archive: string,
  { holding, files }: { readonly holding: Holding; readonly files: Files },
  { payload: added, passport, event }: Addition,
  { today, readme }: { readonly today: string; readonly readme: string },
): Promise<Accession> {
  const payload = insideOf(files, "data");
  for (const [name, bytes] of added) payload.set(name, bytes);
  const before = new TextDecoder().decode(files.get("data/passport.xml"));
  payload.set("passport.xml", encode(passportWith(before, passport, { text: event, date: today })));
  const { document, title, bag: supplements } = holding.newest;
  const bag = `${holding.bags[0]?.bag}+${holding.bags.length + 1}`;
  const line = { document, bag, supplements, received: today, title, readme };
  return takeIn(archive, makeBag(payload, infoOf(files, holding, today)), line);
}

/** What the version before says of the document, with its own day and the name of that version. */
function infoOf(files: Files, { newest }: Holding, today: string): BagInfo {
  const info = readInfo(files.get("bag-info.txt") ?? new Uint8Array()).set("Bagging-Date", today);
  for (const name of ["Payload-Oxum", "Supplements"]) info.delete(name);
  return [...info, ["Supplements", newest.bag]];
}
