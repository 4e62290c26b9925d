import { execFile } from "node:child_process";

/** What git answers in a folder, as it prints it; null when it fails or there is no git. */
export function git(folder: string, parameters: readonly string[], env = process.env): Promise<string | null> {
  return new Promise((done) => {
    execFile("git", ["-C", folder, ...parameters], { encoding: "utf8", env, maxBuffer: 1 << 26 }, (error, stdout) =>
      done(error === null ? stdout : null),
    );
  });
}
