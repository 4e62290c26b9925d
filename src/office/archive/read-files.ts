import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What lies in a folder: files by path inside it, and what is neither a file nor a folder, or an empty folder. */
export type FolderContent = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Links, sockets, empty folders: nothing of the kind is ever written by us. */
  readonly strange: readonly string[];
};

/** Reads a whole folder; links in it are not followed, the folder itself may be one. @throws faults of the file system */
export async function readTree(folder: string): Promise<FolderContent> {
  const files = new Map<string, Uint8Array>();
  const strange: string[] = [];
  await walk(folder, "", files, strange);
  return { files, strange };
}

/** Reads a folder that may be absent: undefined then, and where a link or a file stands in its place. */
export async function readFiles(folder: string): Promise<FolderContent | undefined> {
  const found = await lstat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  return found?.isDirectory() === true ? readTree(folder) : undefined;
}

async function walk(folder: string, inside: string, files: Map<string, Uint8Array>, strange: string[]): Promise<void> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true });
  if (entries.length === 0 && inside !== "") strange.push(`${inside}/`);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) await walk(folder, path, files, strange);
    else if (entry.isFile()) files.set(path, await readFile(join(folder, path)));
    else strange.push(path);
  }
}

/** Files of a folder by their paths inside it. */
export function insideOf(files: ReadonlyMap<string, Uint8Array>, folder: string): Map<string, Uint8Array> {
  const own = [...files].filter(([path]) => path.startsWith(`${folder}/`));
  return new Map(own.map(([path, bytes]) => [path.slice(folder.length + 1), bytes]));
}
