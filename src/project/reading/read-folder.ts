import { closeSync, openSync, readSync, statSync } from "node:fs";
import { lstat, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, type Outcome, raise, startOf } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import type { SourceFile } from "../../base/yaml/index.ts";
import { maxBytesOf } from "./files-of-project.ts";
import { FINDINGS } from "./findings.ts";
import { garbledName, missingFolder, unreadable, unreadableFile } from "./folder-faults.ts";

/** A file of a folder with its path inside. */
export type FoundFile = SourceFile & { readonly inside: string };

/** Lists one folder; tests give one that answers in another order. */
export type ListFolder = (path: string) => Promise<
  readonly {
    readonly name: string;
    readonly isDirectory: () => boolean;
    readonly isFile: () => boolean;
    readonly isSymbolicLink?: () => boolean;
    readonly isFIFO?: () => boolean;
    readonly isSocket?: () => boolean;
    readonly isCharacterDevice?: () => boolean;
    readonly isBlockDevice?: () => boolean;
  }[]
>;

/** Which files of a folder are read, by their path inside, and how it is listed. */
type Listing = { readonly wanted: (inside: string) => boolean; readonly list?: ListFolder };

/** Hidden files, and what editors leave behind. */
const SKIPPED = /^\.|~$|^#.*#$/;

/** A folder of such a name stands where a record or a template should. */
const NAME_OF_FILE = /\.(?:ya?ml|json|hbs)$/i;
const IS_FOLDER = { code: "EISDIR" };
/** A pipe has no end, a socket nothing to read. */
const IS_PIPE = { code: "ENXIO" };

/**
 * Files of a folder and its subfolders whose name passes `wanted`, sorted by path. No more of a file is read than one byte over the
 * limit, so that a huge one costs nothing. Links are not followed out of the folder.
 *
 * @param shown how the folder is named to the user
 */
export async function readFolder(folder: string, shown: string, listing: Listing): Promise<FoundFile[]> {
  return (await readListed(folder, shown, listing)).files;
}

/** The files of a folder, and what stands in it and is no file that can be read: links, names without letters, files without rights. */
async function readListed(
  folder: string,
  shown: string,
  { wanted, list = listFolder }: Listing,
): Promise<{ readonly files: FoundFile[]; readonly diagnostics: Diagnostic[] }> {
  const walking: Walking = { list, links: [], garbled: [], folders: [], pipes: [] };
  const names = (await walk(folder, "", walking)).filter((inside) => wanted(inside)).sort();
  const links = walking.links
    .filter((inside) => inside.endsWith("/") || wanted(inside))
    .map((inside) => inside.replace(/\/$/, ""))
    .sort();
  const diagnostics = [
    ...links.map((inside) => raise(FINDINGS.TRC0006, { place: startOf(`${shown}/${inside}`) })),
    ...walking.folders
      .filter((inside) => NAME_OF_FILE.test(inside) && wanted(inside))
      .sort()
      .map((inside) => unreadableFile(`${shown}/${inside}`, IS_FOLDER)),
    ...walking.pipes
      .filter((inside) => wanted(inside))
      .sort()
      .map((inside) => unreadableFile(`${shown}/${inside}`, IS_PIPE)),
    ...walking.garbled.sort().map((inside) => garbledName(`${shown}/${inside}`)),
  ];
  const files = names.flatMap((inside): FoundFile[] => {
    const [path, limit] = [`${shown}/${inside}`, maxBytesOf(inside)];
    try {
      return [{ path, inside, limit, bytes: readStart(join(folder, inside), limit) }];
    } catch (error) {
      // Taken away since it was listed: the folder is as if it had never been there.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") diagnostics.push(unreadableFile(path, error));
      return [];
    }
  });
  return { files, diagnostics };
}

/** How many files a folder and its subfolders hold; none where it cannot be listed. */
export async function filesIn(folder: string): Promise<number> {
  return (await walk(folder, "", { list: listFolder, links: [], garbled: [], folders: [], pipes: [] }).catch(() => []))
    .length;
}

/** A folder that an option names, shown as it was typed. Codes TRC0001, TRC0003, TRC0006. */
export async function readNamed(
  option: "--content" | "--templates",
  folder: string,
  listing: Listing,
): Promise<Outcome<FoundFile[]>> {
  const shown = posixPath(folder).replace(/\/+$/, "") || "/";
  try {
    const { files, diagnostics } = await readListed(folder, shown, listing);
    return { value: files, diagnostics };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const gone = code === "ENOENT" || code === "ENOTDIR";
    return { diagnostics: [gone ? missingFolder(option, folder) : unreadable(folder, error)] };
  }
}

/** Lists a folder of the disk. */
export const listFolder: ListFolder = (path) => readdir(path, { withFileTypes: true });

/** How a folder is listed, and where go the links in it, which are not followed (that to a folder with a stroke at its end), folders, pipes and devices, and names that no text holds: nothing opens them. */
type Walking = { readonly list: ListFolder } & {
  readonly [kind in "links" | "folders" | "garbled" | "pipes"]: string[];
};

async function walk(folder: string, inside: string, walking: Walking): Promise<string[]> {
  const entries = await walking.list(join(folder, inside));
  const found = await Promise.all(
    entries
      .filter(({ name }) => !SKIPPED.test(name))
      .map(async (entry) => {
        const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
        if (entry.name.includes("\ufffd")) {
          walking.garbled.push(path);
          return [];
        }
        if (entry.isDirectory()) {
          walking.folders.push(path);
          return walk(folder, path, walking);
        }
        if (entry.isSymbolicLink?.()) {
          const leads = await stat(join(folder, path)).catch(() => null);
          walking.links.push(leads?.isDirectory() ? `${path}/` : path);
        }
        const special =
          entry.isFIFO?.() || entry.isSocket?.() || entry.isCharacterDevice?.() || entry.isBlockDevice?.();
        if (special === true) walking.pipes.push(path);
        return entry.isFile() ? [path] : [];
      }),
  );
  return found.flat();
}

/** A file as it is now; null where nothing stands under its name any more that can be read as it was. */
export async function readAgain(file: FoundFile): Promise<FoundFile | null> {
  try {
    if (!(await lstat(file.path)).isFile()) return null;
    return { ...file, bytes: readStart(file.path, file.limit ?? maxBytesOf(file.inside)) };
  } catch {
    return null;
  }
}

/** Without a wait: a file is read in less time than it takes to wait for it. */
function readStart(path: string, limit: number): Uint8Array {
  const { size } = statSync(path);
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(Math.min(size, limit + 1));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}
