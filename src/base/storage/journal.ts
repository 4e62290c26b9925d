import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { conforms } from "../yaml/index.ts";
import { createFile, createFolder, dropLeftovers, isFolder, isThere, leftoversIn, replaceFile } from "./durable.ts";
import { withLock } from "./folder-lock.ts";
import { safeJoin } from "./safe-join.ts";

/** Where files that must change together wait for it; while it is there, the folder may be between two states. */
const JOURNAL = ".trc-journal.json";
/** What earlier versions left in an archive instead: a bag that was staged, and the line of the book that follows it. */
const EARLIER = ".trc-pending.json";
/** The new folder before it has its place; without a journal nobody has promised it. */
const STAGED = ".trc-staged";

/**
 * `corrupt`: the program has not written the journal as it stands, or it names what no writer of the folder writes: what it promised is not known.
 * `pending`: it is whole, and the run that met it may not write.
 */
export class JournalError extends Error {
  override readonly name = "JournalError";
  readonly path: string;
  readonly state: "corrupt" | "pending";

  constructor(path: string, state: JournalError["state"]) {
    super(`${state} journal: ${path}`);
    this.path = path;
    this.state = state;
  }
}

/** What the writers of a folder put there together; a journal that names anything else is not one of theirs. */
export type JournalRule = {
  /** Whether a file may stand there with the others (texts by path). */
  readonly files: (path: string, files: ReadonlyMap<string, string>) => boolean;
  /** Place of the folder that comes with them; null where none does. */
  readonly folder: RegExp | null;
};

/** A folder that appears whole, by its place in the root; with it files are only added, never replaced. */
export type NewFolder = { readonly inside: string; readonly files: ReadonlyMap<string, Uint8Array> };

/** What has been promised: the place of the staged folder, if there is one, and texts by path. */
type Promised = { readonly folder: string | null; readonly files: ReadonlyMap<string, string> };

/**
 * Writes several files (text by path inside the folder), and a new folder, as one change: a run that is cut is completed by `finishTogether` of the
 * next one. Call it under the folder's lock.
 *
 * @param rule the one that `finishTogether` is given: it would refuse a journal of anything else
 * @throws PathError; faults of the file system: before the journal stands nothing has changed, after it `finishTogether` goes on
 */
export async function writeTogether(
  root: string,
  { files, folder }: { readonly files: ReadonlyMap<string, string>; readonly folder?: NewFolder },
  rule: JournalRule,
): Promise<void> {
  const promised: Promised = { folder: folder?.inside ?? null, files };
  for (const inside of placesOf(promised)) await safeJoin(root, inside);
  if (!follows(promised, rule)) throw new Error(`no rule for a journal of ${placesOf(promised).join(", ")}`);
  if (folder !== undefined) await createFolder(join(root, STAGED), folder.files);
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
 * Completes what a cut run has begun, and drops what it had not promised yet and its unfinished writing. True when there was something to complete.
 * Call it under the folder's lock.
 *
 * @throws JournalError, PathError when the journal is corrupt or a link lies in its way: nothing has changed
 */
export async function finishTogether(root: string, rule: JournalRule): Promise<boolean> {
  const found = await readJournal(root, rule);
  if (found === null) await rm(join(root, STAGED), { recursive: true, force: true });
  else await apply(root, found.promised);
  await dropLeftovers(root);
  // Goes last: a run cut before it is completed again, and no leftover outlives the journal.
  if (found !== null) await rm(found.path, { force: true });
  return found !== null;
}

/** How a folder is written. */
export type AloneOptions = {
  /** Rule of its journals; without it the caller leaves none, and those of others are left alone. */
  readonly rule?: JournalRule;
  /** `folder` where what lies deeper is not ours; where there is a rule, all of it is. */
  readonly depth?: "tree" | "folder";
  /** Writes nothing at all, not even a lock: a journal that is there is reported. */
  readonly dryRun?: boolean | undefined;
};

/**
 * Runs `action` while no other process writes the folder, after what a cut run has begun is completed and the rest of it dropped; `completed` says
 * whether there was something to complete.
 * @throws BusyError, JournalError, PathError; faults of the file system
 */
export async function writeAlone<T>(
  folder: string,
  action: (completed: boolean) => Promise<T>,
  { rule, depth = "tree", dryRun = false }: AloneOptions = {},
): Promise<T> {
  if (dryRun) {
    const found = rule === undefined ? null : await readJournal(folder, rule);
    if (found !== null) throw new JournalError(found.path, "pending");
    return action(false);
  }
  return withLock(folder, async () => {
    if (rule !== undefined) return action(await finishTogether(folder, rule));
    await dropLeftovers(folder, depth);
    return action(false);
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

/** The journal that stands in a folder, checked as a whole; null where there is none. @throws JournalError, PathError; faults of the file system */
async function readJournal(
  root: string,
  rule: JournalRule,
): Promise<{ readonly path: string; readonly promised: Promised } | null> {
  let found: { readonly path: string; readonly promised: Promised } | null = null;
  for (const [name, promisedBy] of JOURNALS) {
    const path = join(root, name);
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (text === null) continue;
    const promised = promisedBy(parsed(text));
    // No writer leaves two of them.
    if (found !== null || promised === null || !follows(promised, rule) || !(await canBeKept(root, promised)))
      throw new JournalError(path, "corrupt");
    found = { path, promised };
  }
  return found;
}

/** Segments that are not empty, not hidden, and mean the same on every system. */
const PLAIN = /^[^./\\:\0][^/\\:\0]*(?:\/[^./\\:\0][^/\\:\0]*)*$/;

/** True when every place is one that the writers of the folder write, and none lies under another. */
function follows(promised: Promised, { files, folder }: JournalRule): boolean {
  const places = placesOf(promised);
  return (
    places.every((one) => PLAIN.test(one) && !places.some((other) => other.startsWith(`${one}/`))) &&
    [...promised.files.keys()].every((one) => files(one, promised.files)) &&
    (promised.folder === null ? folder === null : folder?.test(promised.folder) === true)
  );
}

/** True when the folder is either staged or in its place, and no folder lies where a file goes. @throws PathError */
async function canBeKept(root: string, { folder, files }: Promised): Promise<boolean> {
  for (const inside of files.keys()) if (await isFolder(await safeJoin(root, inside))) return false;
  if (folder === null) return true;
  const place = await safeJoin(root, folder);
  return (await isFolder(await safeJoin(root, STAGED))) ? !(await isThere(place)) : isFolder(place);
}

function placesOf({ folder, files }: Promised): string[] {
  return [...files.keys(), ...(folder === null ? [] : [folder])];
}

const TEXT = { type: "string" };
const FILES = { type: "object", minProperties: 1, additionalProperties: TEXT };
const shape = (properties: { readonly [key: string]: object }): { readonly [key: string]: unknown } => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const SHAPES = {
  anyOf: [
    shape({ schema: { const: "trc/journal/1" }, files: FILES }),
    shape({ schema: { const: "trc/journal/2" }, folder: { type: ["string", "null"] }, files: FILES }),
  ],
};
const EARLIER_SHAPE = shape({ bag: TEXT, path: TEXT, accession: TEXT });

type Journal = { readonly folder?: string | null; readonly files: { readonly [path: string]: string } };
type EarlierJournal = { readonly bag: string; readonly path: string; readonly accession: string };

const JOURNALS: readonly (readonly [name: string, promisedBy: (journal: unknown) => Promised | null])[] = [
  [
    JOURNAL,
    (journal) =>
      conforms<Journal>(journal, SHAPES)
        ? { folder: journal.folder ?? null, files: new Map(Object.entries(journal.files)) }
        : null,
  ],
  [
    EARLIER,
    (journal) =>
      conforms<EarlierJournal>(journal, EARLIER_SHAPE)
        ? { folder: journal.bag, files: new Map([[journal.path, journal.accession]]) }
        : null,
  ],
];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
