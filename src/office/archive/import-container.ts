import type { Element } from "@xmldom/xmldom";
import { unzipSync } from "fflate";
import { hasErrors, type Outcome, raise, TextError, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, readGiven, readingReason } from "../../base/storage/index.ts";
import { type RegisterEntry, sealedEntry } from "../../paperwork/register/index.ts";
import { readSignature } from "../signatures/index.ts";
import { type Accession, RECEIVED } from "./accession.ts";
import { digest, encode, type Files, makeBag, parseManifest } from "./bag.ts";
import { documentInfo } from "./document-info.ts";
import { FINDINGS } from "./findings.ts";
import { archivedDocuments } from "./list-archive.ts";
import { addToBook, takeIn } from "./open-archive.ts";
import { ORIGINAL, signaturesIn, takeSignatures, verificationOf } from "./signatures.ts";
import { readArchiveWording } from "./wording.ts";
import { NoXml, namedIn, xmlRoot } from "./xml-tree.ts";

/** A container, the archive that it goes into and the day of the accession, ISO. */
export type ImportContainerOptions = {
  readonly archive: string;
  /** By default those of the program. */
  readonly templates?: string | undefined;
  readonly today: string;
};

/** Why a file is no container that can be taken in. */
class WrongContainer extends TextError {
  override readonly name = "WrongContainer";
}

/** More than a document with its scans unpacks to; a bomb does. */
const MOST_BYTES = 256 * 1024 * 1024;
const PASSPORT = "passport.xml";
const CHECKSUMS = "checksums.txt";
const ENTRY = "register-entry.yaml";
const NEEDED = [CHECKSUMS, PASSPORT, ORIGINAL, ENTRY, "words.txt"];

/**
 * Takes the container of a document that another organisation has issued into an archive: every file as it came, in a bag of its own; its signatures are
 * verified anew. The register and the index of the case are the sender's, so the document stands outside ours. The container that is handed out of this
 * archive later has the same files.
 * TRC8345: the container is wrong; TRC8301: it is there already; TRC8303, TRC8304, TRC8306: of its signatures; TRC8309; codes of `addToBook`.
 */
export async function importContainer(file: string, options: ImportContainerOptions): Promise<Outcome<Accession>> {
  const { value: wording, diagnostics: missing } = await readArchiveWording(options.templates);
  if (wording === undefined) return { diagnostics: missing };
  const { archive, today } = options;
  let container: Container;
  try {
    container = containerIn(unpacked(await readGiven(file, MOST_BYTES)));
  } catch (error) {
    const what = reasonOf(error);
    return { diagnostics: [raise(FINDINGS.TRC8345, { of: [file, what] })] };
  }
  const { files, entry, passport } = container;
  const names = signaturesIn(files, "");
  const read = (path: string): ReturnType<typeof readSignature> => readSignature(bytesOf(files, path));
  const { signatures, diagnostics } = await takeSignatures(names, bytesOf(files, ORIGINAL), today, [], read);
  if (hasErrors(diagnostics)) return { diagnostics };
  const payload = new Map(files);
  if (signatures.length > 0) payload.set(protocolName(files), encode(verificationOf(signatures, today)));
  const [article, term, destroyNotBefore] = ["article", "term", "destroyNotBefore"].map((name) =>
    saidIn(passport, `case/${name}`),
  ) as [string | null, string | null, string | null];
  const kept = { identifier: identifierOf(passport), article, term, destroyNotBefore };
  const bag = makeBag(payload, documentInfo(entry, kept, today));
  const added = await addToBook({ archive, today, begin: true }, async (book): Promise<Outcome<Accession>> => {
    const held = await archivedDocuments(archive, book);
    const same = held.find(({ identifier }) => identifier === identifierOf(passport));
    if (same !== undefined) return { diagnostics: [raise(FINDINGS.TRC8301, { of: [same.document, archive, []] })] };
    const document = freeName(entry, new Set(held.map((one) => one.document)));
    const line = {
      document,
      bag: `${entry.year}/${document.replace(".", "-")}`,
      supplements: null,
      received: today,
      title: entry.title,
      readme: wording.readme,
    };
    return { value: await takeIn(archive, bag, line), diagnostics: [] };
  });
  return { ...added, diagnostics: [...diagnostics, ...added.diagnostics] };
}

type Container = { readonly files: Files; readonly entry: RegisterEntry["fields"]; readonly passport: Element };

/** A container whose parts fit each other. @throws WrongContainer, NoXml */
function containerIn(files: Files): Container {
  for (const name of NEEDED)
    if (!files.has(name)) throw new WrongContainer(text(`в нём нет файла ${name}`, `it has no file ${name}`));
  checkSums(files);
  const passport = xmlRoot(bytesOf(files, PASSPORT));
  if (passport.localName !== "passport" || passport.getAttribute("schema") !== "trc/passport/1")
    throw new WrongContainer(
      text("паспорт не того вида, какой пишет trc", "the passport is not of the form that trc writes"),
    );
  const entry = sealedEntry(new TextDecoder().decode(files.get(ENTRY)));
  if (entry === null || !isReadable(entry))
    throw new WrongContainer(
      text("запись реестра изменена после издания", "the entry of the register was changed after issuing"),
    );
  for (const name of ["title", "date", "number"] as const) {
    const [said, sealed] = [saidIn(passport, name), entry[name] ?? null];
    if (said !== sealed)
      throw new WrongContainer(
        text(
          `паспорт и запись реестра расходятся: ${name} – «${said ?? "нет"}» и «${sealed ?? "нет"}»`,
          `passport and entry of the register disagree: ${name} is “${said ?? "none"}” and “${sealed ?? "none"}”`,
        ),
      );
  }
  for (const name of ["identifier", "case/article", "case/term"])
    if (saidIn(passport, name) === null)
      throw new WrongContainer(text(`в паспорте нет ${name}`, `the passport has no ${name}`));
  for (const one of namedIn(passport, "file")) {
    const name = one.getAttribute("name") ?? "";
    if (one.getAttribute("sha256") !== digest("sha256", bytesOf(files, name)))
      throw new WrongContainer(
        text(`файл ${name} не тот, что в паспорте`, `the file ${name} is not that of the passport`),
      );
  }
  return { files, entry, passport };
}

/** What is used of an entry is of its form: a seal says only that nobody has changed what was sealed. */
function isReadable(entry: RegisterEntry["fields"]): boolean {
  const { document, year, number = "", date, organisation, author, suffix = "", prefix = "" } = entry;
  return (
    /^[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$/.test(document) &&
    Number.isInteger(year) &&
    /^\d{4}$/.test(String(year)) &&
    [number, date, organisation, author, suffix, prefix].every((value) => typeof value === "string")
  );
}

/** Every file is in the sums, and as they have it. @throws WrongContainer */
function checkSums(files: Files): void {
  const sums = parseManifest(bytesOf(files, CHECKSUMS));
  if (sums === null)
    throw new WrongContainer(text("checksums.txt составлен неверно", "checksums.txt has another form"));
  for (const [name, bytes] of files) {
    if (name === CHECKSUMS) continue;
    const wanted = sums.get(name);
    if (wanted === undefined)
      throw new WrongContainer(text(`файла ${name} нет в checksums.txt`, `checksums.txt has no ${name}`));
    if (wanted !== digest("sha256", bytes))
      throw new WrongContainer(text(`файл ${name} изменён`, `the file ${name} was changed`));
  }
  for (const name of sums.keys())
    if (!files.has(name)) throw new WrongContainer(text(`нет файла ${name}`, `the file ${name} is missing`));
}

/** Files of a ZIP all of whose files lie in its root. @throws WrongContainer */
function unpacked(zip: Uint8Array): Files {
  let total = 0;
  const seen = new Set<string>();
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    total += originalSize;
    if (total > MOST_BYTES) throw new WrongContainer(text("внутри больше 256 МБ", "there are more than 256 MB inside"));
    if (!/^[\w-]+(\.[\w-]+)*$/.test(name))
      throw new WrongContainer(text(`«${name}» – не файл в корне`, `“${name}” is no file in its root`));
    if (seen.has(name.toLowerCase()))
      throw new WrongContainer(text(`имя ${name} повторяется`, `the name ${name} occurs twice`));
    seen.add(name.toLowerCase());
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(zip, { filter })));
  } catch (error) {
    if (error instanceof WrongContainer) throw error;
    throw new WrongContainer(text("это не ZIP или он повреждён", "it is no ZIP, or a damaged one"));
  }
}

function reasonOf(error: unknown): ReturnType<typeof text> {
  if (error instanceof WrongContainer) return error.said;
  if (error instanceof NoXml)
    return text(`паспорт не читается: ${error.said.ru}`, `the passport cannot be read: ${error.said.en}`);
  if (isSystemFault(error)) return readingReason(error);
  throw error;
}

/** The next protocol of verification: those of the sender stay. */
function protocolName(files: Files): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? "verification.json" : `verification.${number}.json`;
    if (!files.has(name)) return name;
  }
}

/** What two organisations call by one name is told apart by a number. */
function freeName({ document }: RegisterEntry["fields"], taken: ReadonlySet<string>): string {
  const name = `${RECEIVED}${document.replace(".", "-")}`;
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(free)) return free;
  }
}

const identifierOf = (passport: Element): string => `urn:uuid:${saidIn(passport, "identifier") ?? ""}`;

/** The words of an element of the passport by its path; null where there is none. */
function saidIn(passport: Element, path: string): string | null {
  let at: Element | undefined = passport;
  for (const name of path.split("/"))
    at = at && [...at.childNodes].map((node) => node as Element).find((one) => one.localName === name);
  return at?.textContent ?? null;
}

function bytesOf(files: Files, name: string): Uint8Array {
  return files.get(name) ?? new Uint8Array();
}
