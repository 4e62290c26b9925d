import { lstat, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createFile, createFolder, dropLeftovers, leftoversIn, safeJoin, withLock } from "../storage/index.ts";
import { ACCESSIONS_FOLDER, type Accession, accessionPath, decodeAccession, encodeAccession } from "./accession.ts";
import type { Files } from "./bag.ts";
import { README, README_NAME } from "./readme.ts";

/** The step that is left when a run is cut between the bag and its accession. */
const PENDING = ".trc-pending.json";
const STAGED = ".trc-staged";

type Pending = { readonly bag: string; readonly accession: string; readonly path: string };

/** Does something with the archive alone, after completing what a cut run has begun. The folder is made when it is not there. */
export async function withArchive<T>(archive: string, action: () => Promise<T>): Promise<T> {
  await mkdir(archive, { recursive: true });
  return withLock(archive, async () => {
    await completePending(archive);
    await dropLeftovers(archive);
    return action();
  });
}

/** Completes a cut run; what was not promised yet is dropped. Call it under the lock. */
export async function completePending(archive: string): Promise<void> {
  const text = await readFile(join(archive, PENDING), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) {
    await rm(join(archive, STAGED), { recursive: true, force: true });
    return;
  }
  const pending = pendingOf(text);
  const bag = await safeJoin(archive, pending.bag);
  if (await isThere(join(archive, STAGED))) {
    await mkdir(dirname(bag), { recursive: true });
    await rename(join(archive, STAGED), bag);
  }
  const path = await safeJoin(archive, pending.path);
  if (!(await isThere(path))) {
    await mkdir(dirname(path), { recursive: true });
    await createFile(path, new TextEncoder().encode(pending.accession));
  }
  await rm(join(archive, PENDING), { force: true });
}

/** @throws with the path when the file was changed by hand: what it promised is not known any more */
function pendingOf(text: string): Pending {
  try {
    const value = JSON.parse(text) as Partial<Pending> | null;
    if (typeof value?.bag === "string" && typeof value.path === "string" && typeof value.accession === "string")
      return { bag: value.bag, path: value.path, accession: value.accession };
  } catch {
    // Falls through to the fault.
  }
  throw Object.assign(new Error(`spoilt ${PENDING}`), { code: "EIO", path: PENDING });
}

/** Takes one bag in: it is staged whole, promised, moved to its place and entered in the book. Whenever it is cut, the next run completes or drops it. */
export async function takeIn(
  archive: string,
  bag: Files,
  accession: Omit<Accession, "entry" | "previous">,
): Promise<Accession> {
  await safeJoin(archive, accession.bag);
  await safeJoin(archive, accessionPath(1));
  if (await isThere(join(archive, accession.bag)))
    throw Object.assign(new Error("EEXIST"), { code: "EEXIST", path: join(archive, accession.bag) });
  if (!(await isThere(join(archive, README_NAME))))
    await createFile(join(archive, README_NAME), new TextEncoder().encode(README));
  const book = await readBook(archive);
  const last = book.at(-1);
  const whole = { ...accession, entry: book.length + 1, previous: last?.seal ?? null };
  await createFolder(join(archive, STAGED), bag);
  const pending: Pending = {
    bag: accession.bag,
    accession: encodeAccession(whole).text,
    path: accessionPath(whole.entry),
  };
  await createFile(join(archive, PENDING), new TextEncoder().encode(JSON.stringify(pending)));
  await completePending(archive);
  return whole;
}

export type BookEntry = { readonly accession: Accession; readonly seal: string; readonly path: string };

/** Readable accessions by name of their files; those that cannot be read are left out (verification tells of them). */
export async function readBook(archive: string): Promise<BookEntry[]> {
  const names = await readdir(join(archive, ACCESSIONS_FOLDER)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [] as string[];
    throw error;
  });
  const book: BookEntry[] = [];
  for (const name of names.filter((one) => !one.startsWith(".")).sort()) {
    const path = `${ACCESSIONS_FOLDER}/${name}`;
    const decoded = await readFile(join(archive, path))
      .then(decodeAccession)
      .catch(() => null);
    if (decoded !== null) book.push({ ...decoded, path });
  }
  return book;
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}

/** Completes or drops what a cut run left before the archive is read; a whole one that cannot be written (a medium for keeping) is read as it is. */
export async function finishCutRun(archive: string): Promise<void> {
  const cut =
    (await isThere(join(archive, PENDING))) ||
    (await isThere(join(archive, STAGED))) ||
    (await leftoversIn(archive)).length > 0;
  if (cut) await withArchive(archive, async () => undefined);
}
