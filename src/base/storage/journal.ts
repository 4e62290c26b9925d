import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createFile, replaceFile } from "./durable.ts";
import { safeJoin } from "./safe-join.ts";

/** Where files that must change together wait for it; while it is there, the folder may be between two states. */
const JOURNAL_NAME = ".trc-journal.json";

/**
 * Writes several files as one change: a run that is cut is completed by `finishTogether` of the next one. Call it under the folder's lock.
 *
 * @param files text by path inside the folder
 * @throws PathError; faults of the file system: before the journal stands nothing has changed, after it `finishTogether` goes on
 */
export async function writeTogether(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const inside of files.keys()) await safeJoin(root, inside);
  const journal = JSON.stringify({ schema: "trc/journal/1", files: Object.fromEntries(files) });
  const path = join(root, JOURNAL_NAME);
  await createFile(path, new TextEncoder().encode(journal));
  try {
    await apply(root, files);
  } catch (error) {
    // Nothing can be half done: what was replaced is replaced again by the next run.
    throw Object.assign(error as Error, { journal: path });
  }
  await rm(path, { force: true });
}

/** Completes what a cut run has begun. True when there was something. Call it under the folder's lock. */
export async function finishTogether(root: string): Promise<boolean> {
  const path = join(root, JOURNAL_NAME);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return false;
  await apply(root, filesOf(text));
  await rm(path, { force: true });
  return true;
}

async function apply(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [inside, text] of files) {
    const path = await safeJoin(root, inside);
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, new TextEncoder().encode(text));
  }
}

/** A journal is ours or nothing: one that cannot be read was not written by us and changes no file. */
function filesOf(text: string): Map<string, string> {
  try {
    const { schema, files } = JSON.parse(text) as { readonly schema?: unknown; readonly files?: unknown };
    if (schema !== "trc/journal/1" || typeof files !== "object" || files === null) return new Map();
    return new Map(Object.entries(files).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  } catch {
    return new Map();
  }
}
