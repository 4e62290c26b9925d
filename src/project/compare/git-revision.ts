import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The files of a git revision in a temporary folder, through an index of its own: neither the work tree nor the index of the user is
 * touched. Null when there is no such revision or no git.
 *
 * @returns the folder that stands for the current one, and what removes it
 */
export async function checkOutRevision(
  revision: string,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> } | null> {
  const top = await git(["rev-parse", "--show-toplevel"]);
  const prefix = await git(["rev-parse", "--show-prefix"]);
  const commit = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (top === null || prefix === null || commit === null) return null;
  const folder = await mkdtemp(join(tmpdir(), "trc-diff-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const env = { ...process.env, GIT_INDEX_FILE: join(folder, ".index") };
  const read = await git(["-C", top, "read-tree", commit], env);
  const written = await git(["-C", top, "checkout-index", "--all", `--prefix=${folder}/tree/`], env);
  if (read === null || written === null) {
    await remove();
    return null;
  }
  return { folder: join(folder, "tree", prefix), remove };
}

function git(argv: readonly string[], env = process.env): Promise<string | null> {
  return new Promise((resolve) => {
    execFile("git", [...argv], { encoding: "utf8", env, maxBuffer: 1 << 26 }, (error, stdout) =>
      resolve(error === null ? stdout.trim() : null),
    );
  });
}
