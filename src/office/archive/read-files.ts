import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isLitter } from "../../base/text/index.ts";

/** What lies in a folder: files by path inside it, and what is neither a file nor a folder, or an empty folder. */
export type FolderContent = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Links, sockets, empty folders, files too large to be of ours: nothing of the kind is ever written by us. */
  readonly strange: readonly string[];
  /** What Explorer and Finder have left: it is no part of anything. */
  readonly litter: readonly string[];
};

/** A file larger than this is read by nobody: it would not fit into memory, and no document is so large. */
const MAX_BYTES = 1024 * 1024 * 1024;

/** Reads a whole folder; links in it are not followed, the folder itself may be one. @throws faults of the file system */
export async function readTree(folder: string): Promise<FolderContent> {
  const files = new Map<string, Uint8Array>();
  const strange: string[] = [];
  const litter: string[] = [];
  await walk(folder, "", { files, strange, litter });
  return { files, strange, litter };
}

/** Reads a folder that may be absent: undefined then, and where a link or a file stands in its place. */
export async function readFiles(folder: string): Promise<FolderContent | undefined> {
  const found = await lstat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  return found?.isDirectory() === true ? readTree(folder) : undefined;
}

type Found = {
  readonly files: Map<string, Uint8Array>;
  readonly strange: string[];
  readonly litter: string[];
};

async function walk(folder: string, inside: string, found: Found): Promise<void> {
  const { files, strange, litter } = found;
  const entries = await readdir(join(folder, inside), { withFileTypes: true });
  if (entries.length === 0 && inside !== "") strange.push(`${inside}/`);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) await walk(folder, path, found);
    else if (entry.isFile() && isLitter(entry.name)) litter.push(path);
    else if (entry.isFile() && (await lstat(join(folder, path))).size <= MAX_BYTES)
      files.set(path, await readFile(join(folder, path)));
    else strange.push(path);
  }
}

/** Files of a folder by their paths inside it. */
export function insideOf(files: ReadonlyMap<string, Uint8Array>, folder: string): Map<string, Uint8Array> {
  const own = [...files].filter(([path]) => path.startsWith(`${folder}/`));
  return new Map(own.map(([path, bytes]) => [path.slice(folder.length + 1), bytes]));
}
