import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createFile, createFolder, dropLeftovers, isThere, leftoversIn, replaceFile } from "./durable.ts";
import { withLock } from "./folder-lock.ts";
import { safeJoin } from "./safe-join.ts";

/** Where files that must change together wait for it; while it is there, the folder may be between two states. */
const JOURNAL = ".trc-journal.json";
/** What earlier versions left in an archive instead: a bag that was staged, and the line of the book that follows it. */
const EARLIER = ".trc-pending.json";
/** The new folder before it has its place; without a journal nobody has promised it. */
const STAGED = ".trc-staged";

/** A journal that the program has not written as it stands, or that was cut by the disk: what it promised is not known any more. */
export class JournalError extends Error {
  override readonly name = "JournalError";
  readonly path: string;

  constructor(path: string) {
    super(`corrupt journal: ${path}`);
    this.path = path;
  }
}

/** A folder that appears whole, by its place in the root; with it files are only added, never replaced. */
export type NewFolder = { readonly inside: string; readonly files: ReadonlyMap<string, Uint8Array> };

/** What has been promised: the place of the staged folder, if there is one, and texts by path. */
type Promised = { readonly folder: string | null; readonly files: ReadonlyMap<string, string> };

/**
 * Writes several files, and a new folder, as one change: a run that is cut is completed by `finishTogether` of the next one. Call it under the
 * folder's lock.
 *
 * @param files text by path inside the folder
 * @throws PathError; faults of the file system: before the journal stands nothing has changed, after it `finishTogether` goes on
 */
export async function writeTogether(
  root: string,
  files: ReadonlyMap<string, string>,
  folder?: NewFolder,
): Promise<void> {
  for (const inside of [...files.keys(), ...(folder === undefined ? [] : [folder.inside])])
    await safeJoin(root, inside);
  if (folder !== undefined) await createFolder(join(root, STAGED), folder.files);
  const promised: Promised = { folder: folder?.inside ?? null, files };
  const journal = { schema: "trc/journal/2", folder: promised.folder, files: Object.fromEntries(files) };
  const path = join(root, JOURNAL);
  await createFile(path, new TextEncoder().encode(JSON.stringify(journal)));
  try {
    await apply(root, promised);
  } catch (error) {
    // Nothing can be half done: what was replaced is replaced again by the next run.
    throw Object.assign(error as Error, { journal: path });
  }
  await rm(path, { force: true });
}

/**
 * Completes what a cut run has begun, and drops what it had not promised yet. True when there was something to complete. Call it under the
 * folder's lock.
 *
 * @throws JournalError when the journal is corrupt: nothing has changed
 */
export async function finishTogether(root: string): Promise<boolean> {
  let found = false;
  for (const [name, promisedBy] of JOURNALS) {
    const path = join(root, name);
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (text === null) continue;
    await apply(root, promisedBy(parsed(text)) ?? corrupt(path));
    await rm(path, { force: true });
    found = true;
  }
  if (!found) await rm(join(root, STAGED), { recursive: true, force: true });
  return found;
}

/**
 * Runs `action` while no other process writes the folder, after what a cut run has begun is completed and the rest of it dropped; `completed` says
 * whether there was something to complete.
 * @param depth `folder` where what lies deeper is not ours
 * @throws BusyError, JournalError; faults of the file system
 */
export async function writeAlone<T>(
  folder: string,
  action: (completed: boolean) => Promise<T>,
  depth: "tree" | "folder" = "tree",
): Promise<T> {
  return withLock(folder, async () => {
    const completed = await finishTogether(folder);
    await dropLeftovers(folder, depth);
    return action(completed);
  });
}

/** True when a cut run has left something behind. @throws faults of the file system */
export async function isCutShort(root: string): Promise<boolean> {
  for (const name of [JOURNAL, EARLIER, STAGED]) if (await isThere(join(root, name))) return true;
  return (await leftoversIn(root)).length > 0;
}

async function apply(root: string, { folder, files }: Promised): Promise<void> {
  if (folder !== null) {
    const place = await safeJoin(root, folder);
    if (await isThere(join(root, STAGED))) {
      await mkdir(dirname(place), { recursive: true });
      await rename(join(root, STAGED), place);
    }
  }
  for (const [inside, text] of files) {
    const path = await safeJoin(root, inside);
    if (folder !== null && (await isThere(path))) continue;
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, new TextEncoder().encode(text));
  }
}

type Fields = { readonly [key: string]: unknown };

const JOURNALS: readonly (readonly [name: string, promisedBy: (journal: Fields) => Promised | null])[] = [
  [
    JOURNAL,
    ({ schema, folder = null, files }) => {
      const texts = typeof files === "object" && files !== null ? Object.entries(files) : null;
      const whole = texts?.every((pair): pair is [string, string] => typeof pair[1] === "string") ? texts : null;
      const known = schema === "trc/journal/1" || schema === "trc/journal/2";
      return known && whole !== null && (folder === null || typeof folder === "string")
        ? { folder, files: new Map(whole) }
        : null;
    },
  ],
  [
    EARLIER,
    ({ bag, path, accession }) =>
      typeof bag === "string" && typeof path === "string" && typeof accession === "string"
        ? { folder: bag, files: new Map([[path, accession]]) }
        : null,
  ],
];

function parsed(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}

function corrupt(path: string): never {
  throw new JournalError(path);
}
