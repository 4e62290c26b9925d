import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import type { SourceFile } from "../../base/yaml/index.ts";
import { maxBytesOf } from "./files-of-project.ts";
import { missingFolder, unreadable } from "./folder-faults.ts";

/** A file of a folder with its path inside. */
export type FoundFile = SourceFile & { readonly inside: string };

/** Lists one folder; tests give one that answers in another order. */
export type ListFolder = (
  path: string,
) => Promise<readonly { readonly name: string; readonly isDirectory: () => boolean; readonly isFile: () => boolean }[]>;

/** Which files of a folder are read, by their path inside, and how it is listed. */
type Listing = { readonly wanted: (inside: string) => boolean; readonly list?: ListFolder };

/** Hidden files, and what editors leave behind. */
const SKIPPED = /^\.|~$|^#.*#$/;

/**
 * Files of a folder and its subfolders whose name passes `wanted`, sorted by path. No more of a file is read than one byte over the
 * limit, so that a huge one costs nothing. Links are not followed out of the folder.
 *
 * @param shown how the folder is named to the user
 */
export async function readFolder(
  folder: string,
  shown: string,
  { wanted, list = listFolder }: Listing,
): Promise<FoundFile[]> {
  const names = (await walk(folder, "", list)).filter((inside) => wanted(inside)).sort();
  return Promise.all(
    names.map(async (inside) => {
      const limit = maxBytesOf(inside);
      return { path: `${shown}/${inside}`, inside, limit, bytes: await readStart(join(folder, inside), limit) };
    }),
  );
}

/** A folder that an option names, shown as it was typed. Codes TRC0001, TRC0003. */
export async function readNamed(
  option: "--content" | "--templates",
  folder: string,
  listing: Listing,
): Promise<Outcome<FoundFile[]>> {
  const shown = posixPath(folder).replace(/\/+$/, "") || "/";
  try {
    return { value: await readFolder(folder, shown, listing), diagnostics: [] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const gone = code === "ENOENT" || code === "ENOTDIR";
    return { diagnostics: [gone ? missingFolder(option, folder) : unreadable(folder, error)] };
  }
}

/** Lists a folder of the disk. */
export const listFolder: ListFolder = (path) => readdir(path, { withFileTypes: true });

async function walk(folder: string, inside: string, list: ListFolder): Promise<string[]> {
  const entries = await list(join(folder, inside));
  const found = await Promise.all(
    entries
      .filter(({ name }) => !SKIPPED.test(name))
      .map(async (entry) => {
        const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
        if (entry.isDirectory()) return walk(folder, path, list);
        return entry.isFile() ? [path] : [];
      }),
  );
  return found.flat();
}

async function readStart(path: string, limit: number): Promise<Uint8Array> {
  const { size } = await stat(path);
  const handle = await open(path, "r");
  try {
    const bytes = Buffer.alloc(Math.min(size, limit + 1));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
