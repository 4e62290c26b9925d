import { realpath } from "node:fs/promises";
import { basename, relative, resolve } from "node:path";
import { posixPath } from "../../base/text/index.ts";
import { git } from "../../project/reading/index.ts";

/** What git knows of the folders: the commits checked out, and what differs from them. */
export type WorkTree = { readonly commits: readonly string[]; readonly dirty: readonly string[] };

/**
 * State of the work trees that hold the folders; null when one of them is in none (or git is not there).
 *
 * @param except files that do not count: the bundle itself
 */
export async function workTree(folders: readonly string[], except: readonly string[]): Promise<WorkTree | null> {
  const roots = new Set<string>();
  for (const folder of folders) {
    const root = await git(folder, ["rev-parse", "--show-toplevel"]);
    if (root === null) return null;
    roots.add(root.trim());
  }
  const commits = new Set<string>();
  const dirty: string[] = [];
  for (const root of [...roots].sort()) {
    const commit = await git(root, ["rev-parse", "--verify", "HEAD"]);
    const status = await git(root, ["status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames"]);
    if (commit === null || status === null) return null;
    commits.add(commit.trim());
    const ignored = await Promise.all(except.map((file) => insideOf(root, file)));
    for (const line of status.split("\0"))
      if (line !== "" && !ignored.includes(line.slice(3))) dirty.push(line.slice(3));
  }
  return { commits: [...commits], dirty };
}

async function insideOf(root: string, file: string): Promise<string> {
  const target = resolve(file);
  const folder = await realpath(resolve(target, "..")).catch(() => resolve(target, ".."));
  return posixPath(relative(root, resolve(folder, basename(target))));
}
