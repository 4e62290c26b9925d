import { randomBytes } from "node:crypto";
import { link, lstat, mkdir, mkdtemp, open, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { safeJoin } from "./safe-join.ts";

/** What unfinished writing is called: hidden, so that no reader of the folder takes it for a file of ours. */
const LEFTOVER = /^\.trc-part-[0-9a-f]{16}$/;
/** A process that waits for the lock has one of these for an instant; an old one was left by a killed process. */
const LOCK_PART = /^\.trc-lock-[0-9a-f]{16}(-guard|\.sock)?$/;
const OLD_MS = 60_000;

/**
 * Writes a file that is not there yet, atomically: a reader sees the whole of it or nothing, also after a power cut.
 * @throws EEXIST when the name is taken; any fault of the file system, nothing is left behind then
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const part = await writePart(dirname(path), bytes);
  try {
    await link(part, path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") throw error;
      // A file system without hard links: the lock of the caller keeps others out between the two steps.
      if (await isThere(path)) throw Object.assign(new Error(`EEXIST: ${path}`), { code: "EEXIST", path });
      await rename(part, path);
    });
  } finally {
    await rm(part, { force: true });
  }
  await syncFolder(dirname(path));
}

/** Replaces the bytes of a file atomically. @throws any fault of the file system; the file is as it was then */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await replaceFiles([[path, bytes]]);
}

/**
 * Replaces files one after another, each atomically, and none before there is room for all of them.
 * @param files in the order in which they have to appear; their folders are there
 * @throws any fault of the file system: on a full disk every file is as it was then
 */
export async function replaceFiles(files: readonly (readonly [path: string, bytes: Uint8Array])[]): Promise<void> {
  const parts: string[] = [];
  try {
    for (const [path, bytes] of files) parts.push(await writePart(dirname(path), bytes));
    for (const [at, [path]] of files.entries()) {
      await rename(parts[at] as string, path);
      await syncFolder(dirname(path));
    }
  } catch (error) {
    for (const part of parts) await rm(part, { force: true });
    throw error;
  }
}

/**
 * Makes a folder with everything in it appear atomically.
 * @param files by path inside the folder, `/` between folders
 * @throws PathError when a name leads out of the folder; EEXIST when the name is taken; any fault of the file system. Nothing is left behind then
 */
export async function createFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const part = partName(dirname(path));
  try {
    await mkdir(part);
    const paths = new Map<string, Uint8Array>();
    for (const [name, bytes] of files) paths.set(await safeJoin(part, name), bytes);
    const folders = new Set([...paths.keys()].map((name) => dirname(name)));
    for (const folder of folders) await mkdir(folder, { recursive: true });
    // Side by side, so that the disk flushes several at a time.
    await Promise.all([...paths].map(([name, bytes]) => writeWhole(name, bytes)));
    for (const folder of folders) await syncFolder(folder);
    if (await isThere(path)) throw Object.assign(new Error(`EEXIST: ${path}`), { code: "EEXIST", path });
    await rename(part, path);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Does something in a new folder of the system's place for temporary ones, and removes it. @param name `trc-release` */
export async function inTemporaryFolder<T>(name: string, action: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  try {
    return await action(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `tree`: the folder and the folders in it; `folder`: only what lies in it, where the rest is not ours. */
type Depth = "tree" | "folder";

/** Removes what a killed writer left in a folder; call it under the folder's lock. */
export async function dropLeftovers(folder: string, depth: Depth = "tree"): Promise<void> {
  for (const path of await leftoversIn(folder, depth)) await rm(path, { recursive: true, force: true });
}

/** Unfinished writing in a folder. */
export async function leftoversIn(folder: string, depth: Depth = "tree"): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (LEFTOVER.test(entry.name) || (LOCK_PART.test(entry.name) && (await isOld(path)))) found.push(path);
    else if (depth === "tree" && entry.isDirectory()) found.push(...(await leftoversIn(path)));
  }
  return found;
}

async function isOld(path: string): Promise<boolean> {
  const { mtimeMs } = await lstat(path).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > OLD_MS;
}

async function writePart(folder: string, bytes: Uint8Array): Promise<string> {
  const part = partName(folder);
  try {
    await writeWhole(part, bytes);
    return part;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** The random part never reaches a finished name, so output stays the same from run to run. */
function partName(folder: string): string {
  return join(folder, `.trc-part-${randomBytes(8).toString("hex")}`);
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes renames in the folder last; where folders cannot be opened (Windows) there is nothing to do. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!["EISDIR", "EPERM", "EACCES", "EINVAL"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** True when something has that name, be it a link that leads nowhere. @throws faults of the file system but for an absent file */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}

/** Whether a folder is there, or a link to one. @throws faults of the file system other than that it is not */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
      throw error;
    },
  );
}
