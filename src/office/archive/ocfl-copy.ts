import { type Diagnostic, hasErrors, type Outcome } from "../../base/diagnostics/index.ts";
import { createFolder, readingFault, storageFault } from "../../base/storage/index.ts";
import {
  type Inventory,
  judgeObject,
  type NewVersion,
  noArchiveIn,
  numberOf,
  objectFolder,
  ocflDiagnostic,
  rootFiles,
  writeObject,
} from "../ocfl/index.ts";
import { ACCESSIONS_FOLDER, accessionPath } from "./accession.ts";
import { type Files, readInfo } from "./bag.ts";
import { type BookEntry, bookIn } from "./book.ts";
import { ATTRIBUTES_NAME, finishCutRun, README_NAME } from "./open-archive.ts";
import { insideOf, readFiles, readTree } from "./read-files.ts";
import { uuidOf } from "./uuid-of.ts";
import { verifyArchive, verifyFiles } from "./verify-archive.ts";

/** What was copied: documents, files. */
export type OcflReport = { readonly documents: number; readonly files: number };

/** Where a version keeps the name of its bag: the folders of an archive are not those of a root. */
const BAG_NAME = "bag.txt";

/**
 * Writes a whole archive as a new OCFL storage root: a document is an object, each version of its bag a version of it; the book of accessions is an
 * object too. An archive that is not whole is not copied. Codes of `verifyArchive`, TRC8202.
 */
export async function writeOcfl(archive: string, root: string): Promise<Outcome<OcflReport>> {
  const { diagnostics, read } = await verifyArchive(archive, null);
  if (!read || hasErrors(diagnostics)) return { diagnostics };
  try {
    await finishCutRun(archive);
    const { files } = await readTree(archive);
    const { entries } = bookIn(files);
    const objects = new Map<string, NewVersion[]>([[bookId(files), [bookVersion(files, entries)]]]);
    for (const line of entries.filter(({ disposedBy }) => disposedBy === null)) {
      const bag = insideOf(files, line.bag);
      if (bag.size === 0) continue;
      const info = readInfo(bag.get("bag-info.txt") ?? new Uint8Array());
      const id = info.get("External-Identifier") ?? `urn:uuid:${uuidOf(line.document)}`;
      const version = {
        files: new Map([...bag, [BAG_NAME, new TextEncoder().encode(`${line.bag}\n`)]]),
        day: line.received,
        message: line.title,
        user: { name: info.get("Source-Organization") ?? line.document, address: id },
      };
      objects.set(id, [...(objects.get(id) ?? []), version]);
    }
    const written = rootFiles("trc archive ocfl");
    for (const [id, versions] of objects)
      for (const [path, bytes] of writeObject(id, versions)) written.set(`${objectFolder(id)}/${path}`, bytes);
    await createFolder(root, written);
    return { value: { documents: objects.size - 1, files: written.size }, diagnostics };
  } catch (error) {
    return { diagnostics: [storageFault(root, error)] };
  }
}

/** The same archive has the same book. */
function bookId(files: Files): string {
  const first = files.get(accessionPath(1)) ?? new Uint8Array();
  return `urn:uuid:${uuidOf(`book\n${new TextDecoder().decode(first)}`)}`;
}

function bookVersion(files: Files, entries: readonly BookEntry[]): NewVersion {
  const own = [...files].filter(
    ([path]) => path.startsWith(`${ACCESSIONS_FOLDER}/`) || path === README_NAME || path === ATTRIBUTES_NAME,
  );
  const name = "trc";
  return {
    files: new Map(own),
    day: entries.at(-1)?.received ?? "2000-01-01",
    message: "accessions",
    user: { name, address: bookId(files) },
  };
}

/**
 * Restores an archive as a new folder from what `writeOcfl` has written, byte for byte, after every object has been compared with its inventory and the
 * archive has been verified. TRC8340: an object is wrong, or two have one file; TRC8341: there is no archive in it; codes of `verifyArchive`; TRC8202,
 * TRC8203, TRC8205.
 */
export async function readOcfl(root: string, archive: string): Promise<Outcome<OcflReport>> {
  let found: Awaited<ReturnType<typeof readFiles>>;
  try {
    found = await readFiles(root);
  } catch (error) {
    return { diagnostics: [readingFault(root, error)] };
  }
  if (found?.files.has("0=ocfl_1.1") !== true) return { diagnostics: [noArchiveIn(root)] };
  const { files, strange } = found;
  const folders = new Set(
    [...files.keys()].flatMap((path) => (path.startsWith("extensions/") ? [] : (/^(.+?)\//.exec(path)?.[1] ?? []))),
  );
  const diagnostics: Diagnostic[] = [];
  const restored = new Map<string, Uint8Array>();
  for (const folder of folders) {
    const own = insideOf(files, folder);
    const beside = strange.flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : []));
    const { faults, inventory } = judgeObject({ files: own, strange: beside });
    const judged = faults.map((fault) => ocflDiagnostic(`${root}/${folder}`, fault));
    diagnostics.push(...judged);
    if (inventory === null || hasErrors(judged)) continue;
    for (const [path, bytes] of archiveFiles(own, inventory)) {
      if (restored.has(path)) diagnostics.push(ocflDiagnostic(`${root}/${folder}`, { code: "E095", path }));
      restored.set(path, bytes);
    }
  }
  if (hasErrors(diagnostics)) return { diagnostics };
  if (!restored.has(accessionPath(1))) return { diagnostics: [...diagnostics, noArchiveIn(root)] };
  const content = { files: restored, strange: [], litter: [] };
  diagnostics.push(...verifyFiles(archive, content, { register: null, told: new Set() }).diagnostics);
  if (hasErrors(diagnostics)) return { diagnostics };
  try {
    await createFolder(archive, restored);
  } catch (error) {
    return { diagnostics: [...diagnostics, storageFault(archive, error)] };
  }
  return { value: { documents: folders.size - 1, files: restored.size }, diagnostics };
}

/** Files of an object where the archive has them: those of each version under the name of its bag, those of the book as they are. */
function archiveFiles(files: Files, { versions, manifest }: Inventory): (readonly [string, Uint8Array])[] {
  const restored: (readonly [string, Uint8Array])[] = [];
  for (const version of Object.keys(versions).sort((a, b) => numberOf(a) - numberOf(b))) {
    const state = Object.entries(versions[version]?.state ?? {});
    const own = new Map(
      state.flatMap(([digest, names]) => {
        const bytes = files.get(manifest[digest]?.[0] ?? "") ?? new Uint8Array();
        return names.map((name) => [name, bytes] as const);
      }),
    );
    const bag = new TextDecoder().decode(own.get(BAG_NAME)).trim();
    own.delete(BAG_NAME);
    for (const [name, bytes] of own) restored.push([bag === "" ? name : `${bag}/${name}`, bytes]);
  }
  return restored;
}
