import { lstat } from "node:fs/promises";
import { join } from "node:path";

/** A path leads out of its folder, or through a symbolic link or a file where a folder should be. */
export class PathError extends Error {
  override readonly name = "PathError";
  readonly path: string;
  readonly reason: "outside" | "link" | "not-a-folder";

  constructor(path: string, reason: PathError["reason"]) {
    super(`${reason}: ${path}`);
    this.path = path;
    this.reason = reason;
  }
}

/**
 * Path of `inside` (`/` between its parts) under `root`, which is safe to write: no part climbs out, no part that exists is a link,
 * every part but the last is a folder if it exists. The root itself may be a link: the user named it.
 *
 * @throws PathError
 */
export async function safeJoin(root: string, inside: string): Promise<string> {
  const parts = inside.split("/");
  if (parts.some((part) => part === "" || part === "." || part === ".." || /[\\:\0]/.test(part)))
    throw new PathError(inside, "outside");
  let path = root;
  for (const [index, part] of parts.entries()) {
    path = join(path, part);
    const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      if (error.code === "ENOTDIR") throw new PathError(path, "not-a-folder");
      throw error;
    });
    if (found === null) break;
    if (found.isSymbolicLink()) throw new PathError(path, "link");
    if (index < parts.length - 1 && !found.isDirectory()) throw new PathError(path, "not-a-folder");
  }
  return join(root, ...parts);
}
