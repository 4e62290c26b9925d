import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "./digest.ts";
import { shelvedPath, writeAside } from "./shelves.ts";
import type { Store } from "./store.ts";

/** A stored file is the digest of its bytes in hex, a line end, the bytes. */
const HEAD_BYTES = 65;

/** Where a project keeps its cache: with those of its other tools, or in a folder of its own. */
export function defaultCacheFolder(project = "."): string {
  const packages = join(project, "node_modules");
  return existsSync(packages) ? join(packages, ".cache", "trc") : join(project, ".trc-cache");
}

/**
 * A store in a folder that several processes may share: a file appears whole under its name (written aside, then renamed) and is believed
 * only when its digest holds. The folder hides itself from git. Times of files decide what is dropped first, never what is right.
 */
export function folderStore(folder: string, limitBytes = 256 * 1024 * 1024): Store {
  const pathOf = (name: string): string => shelvedPath(folder, name);
  return {
    read: async (name) => {
      try {
        // Without a wait: an entry is read in less time than it takes to wait for it.
        return opened(readFileSync(pathOf(name)));
      } catch {
        return undefined;
      }
    },
    write: async (name, bytes) => {
      try {
        await writeWhole(folder, pathOf(name), bytes);
      } catch {
        // No rights, no room: the work is done without a cache.
      }
    },
    prune: (used = []) => prune(folder, limitBytes, new Set(used.map(pathOf))).catch(() => undefined),
    folder,
  };
}

function opened(stored: Uint8Array): Uint8Array | undefined {
  const bytes = stored.subarray(HEAD_BYTES);
  const head = new TextDecoder().decode(stored.subarray(0, HEAD_BYTES));
  return head === `${digestOf(bytes)}\n` ? bytes : undefined;
}

async function writeWhole(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, ".gitignore"), "*\n", { flag: "wx" }).catch(() => undefined);
  await writeAside(path, Buffer.concat([Buffer.from(`${digestOf(bytes)}\n`), bytes]));
}

/** So many files, shelf by shelf, say what all of them weigh: their names are digests, so they are spread evenly. */
const SAMPLE = 1000;
/** What is over the limit goes down to this part of it: all files are not looked at again at once. */
const LEFT = 7 / 8;

type StoredFile = { readonly path: string; readonly size: number; readonly mtimeMs: number };

async function prune(folder: string, limitBytes: number, used: ReadonlySet<string>): Promise<void> {
  const shelves = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name),
  );
  const files: StoredFile[] = [];
  let total = 0;
  for (const [index, shelf] of shelves.entries()) {
    const before = files.length;
    const paths = (await readdir(join(folder, shelf.name))).map((name) => join(folder, shelf.name, name));
    files.push(...(await Promise.all(paths.map(stored))));
    for (const { size } of files.slice(before)) total += size;
    if (before < SAMPLE && files.length >= SAMPLE && (total / (index + 1)) * shelves.length <= limitBytes) return;
  }
  if (total <= limitBytes) return;
  const oldestFirst = files.filter(({ path }) => !used.has(path)).sort((a, b) => a.mtimeMs - b.mtimeMs);
  for (const { path, size } of oldestFirst) {
    await rm(path, { force: true });
    total -= size;
    if (total <= limitBytes * LEFT) return;
  }
}

async function stored(path: string): Promise<StoredFile> {
  const { size, mtimeMs } = await stat(path);
  return { path, size, mtimeMs };
}
