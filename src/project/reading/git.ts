import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** What git answers in a folder, as it prints it; null when it fails or there is no git. */
export function git(folder: string, parameters: readonly string[], env = process.env): Promise<string | null> {
  return new Promise((done) => {
    execFile("git", ["-C", folder, ...parameters], { encoding: "utf8", env, maxBuffer: 1 << 26 }, (error, stdout) =>
      done(error === null ? stdout : null),
    );
  });
}

/** The repository that a folder lies in, found without the git program; null where it lies in none. */
export function repositoryOf(folder: string): string | null {
  let top = realpath(folder);
  while (top !== null && !existsSync(join(top, ".git"))) top = dirname(top) === top ? null : dirname(top);
  return top;
}

/** The folder by its own name; null where it is not there. */
export function realpath(folder: string): string | null {
  try {
    return realpathSync(folder);
  } catch {
    return null;
  }
}
