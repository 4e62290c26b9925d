import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { posixPath } from "../../base/text/index.ts";
import type { BuildReport } from "../../project/pipeline/index.ts";
import { git, packageRoot, repositoryOf } from "../../project/reading/index.ts";

/** What git knows of the folders: the commits checked out, and what differs from them; repositories of which it says nothing. */
export type WorkTree = {
  readonly commits: readonly string[];
  readonly dirty: readonly string[];
  readonly unread: readonly string[];
};

/**
 * State of the work trees that hold the folders; null when one of them is in none. Templates of the program itself need none.
 *
 * @param except files that do not count: the bundle itself
 */
export async function workTree(folders: readonly string[], except: readonly string[]): Promise<WorkTree | null> {
  const roots = new Set<string>();
  for (const folder of folders) {
    const root = (await git(folder, ["rev-parse", "--show-toplevel"]))?.trim() ?? repositoryOf(folder);
    if (root !== null) roots.add(root);
    else if (resolve(folder) !== join(packageRoot(), "templates")) return null;
  }
  const commits = new Set<string>();
  const dirty: string[] = [];
  const unread: string[] = [];
  for (const root of [...roots].sort()) {
    const commit = await git(root, ["rev-parse", "--verify", "HEAD"]);
    const status = await git(root, ["status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames"]);
    if (commit === null || status === null) {
      unread.push(root);
      continue;
    }
    commits.add(commit.trim());
    const ignored = await Promise.all(except.map((file) => insideOf(root, file)));
    for (const line of status.split("\0"))
      if (line !== "" && !ignored.includes(line.slice(3))) dirty.push(line.slice(3));
  }
  return { commits: [...commits], dirty, unread };
}

/**
 * Files that are packed but are not in the commit as they are packed: ignored by git, or hidden from its state. Templates of the program itself,
 * where the project has none of its own, are named by the digest of the program.
 */
export async function notCommitted({ inputs }: Pick<BuildReport, "inputs">): Promise<string[]> {
  const missing: string[] = [];
  for (const { centre, folder, files } of inputs) {
    const listed = await git(folder, ["ls-tree", "-r", "-z", "HEAD", "--", "."]);
    const blobs = new Map<string, string>();
    for (const line of (listed ?? "").split("\0")) {
      const [, id, path] = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      if (id !== undefined && path !== undefined) blobs.set(path, id);
    }
    if (centre === null && blobs.size === 0 && resolve(folder) === join(packageRoot(), "templates")) continue;
    for (const { inside, path, bytes } of files) {
      const id = blobs.get(inside);
      if (id === undefined || blobId(bytes, id.length) !== id) missing.push(path);
    }
  }
  return missing;
}

/** Name of a blob as git gives it, by the length of its names. */
function blobId(bytes: Uint8Array, length: number): string {
  return createHash(length === 40 ? "sha1" : "sha256")
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest("hex");
}

async function insideOf(root: string, file: string): Promise<string> {
  const target = resolve(file);
  const folder = await realpath(resolve(target, "..")).catch(() => resolve(target, ".."));
  return posixPath(relative(root, resolve(folder, basename(target))));
}
