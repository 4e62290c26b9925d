import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git } from "../reading/index.ts";

/**
 * The files of a git revision in a temporary folder, through an index of its own: neither the work tree nor the index of the user is
 * touched. Null when there is no such revision or no git.
 *
 * @returns the folder that stands for the current one, and what removes it
 */
export async function checkOutRevision(
  revision: string,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> } | null> {
  const ask = async (...parameters: string[]): Promise<string | undefined> =>
    (await git(".", ["rev-parse", ...parameters]))?.trim();
  const [top, prefix] = [await ask("--show-toplevel"), await ask("--show-prefix")];
  const commit = await ask("--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  if (top === undefined || prefix === undefined || commit === undefined) return null;
  const folder = await mkdtemp(join(tmpdir(), "trc-diff-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const env = { ...process.env, GIT_INDEX_FILE: join(folder, ".index") };
  const read = await git(top, ["read-tree", commit], env);
  const written = await git(top, ["checkout-index", "--all", `--prefix=${folder}/tree/`], env);
  if (read === null || written === null) {
    await remove();
    return null;
  }
  return { folder: join(folder, "tree", prefix), remove };
}
