import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
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
        return opened(await readFile(pathOf(name)));
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

async function prune(folder: string, limitBytes: number, used: ReadonlySet<string>): Promise<void> {
  const shelves = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name),
  );
  const files: { readonly path: string; readonly size: number; readonly mtimeMs: number }[] = [];
  for (const shelf of shelves) {
    const paths = (await readdir(join(folder, shelf.name))).map((name) => join(folder, shelf.name, name));
    // Shelf by shelf: a cache may hold hundreds of thousands of files.
    files.push(
      ...(await Promise.all(
        paths.map(async (path) => {
          const { size, mtimeMs } = await stat(path);
          return { path, size, mtimeMs: used.has(path) ? Number.POSITIVE_INFINITY : mtimeMs };
        }),
      )),
    );
  }
  files.sort((a, b) => (b.mtimeMs === a.mtimeMs ? 0 : b.mtimeMs - a.mtimeMs));
  let total = 0;
  for (const { path, size } of files) {
    total += size;
    if (total > limitBytes) await rm(path, { force: true });
  }
}
