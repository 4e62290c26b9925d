import { execFile, execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inTemporaryFolder } from "../../base/storage/index.ts";

const versions = new Map<string, boolean>();

/** True when the program is OpenSSL 3 or newer: LibreSSL and older ones lack what the judgement of chains asks of it. */
export function hasOpenssl(program: string): boolean {
  const answer = versions.get(program) ?? /^OpenSSL (?:[3-9]|\d\d)\./.test(firstWords(program, ["version"]));
  versions.set(program, answer);
  return answer;
}

/** What a program says of itself; nothing when it is not there or fails. */
export function firstWords(program: string, parameters: readonly string[]): string {
  try {
    return execFileSync(program, parameters, { stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" });
  } catch {
    // Not there, or without what was asked: the caller names what cannot be verified.
    return "";
  }
}

/** Runs OpenSSL in a folder of its own that holds the files which the parameters name. */
export async function runOpenssl(
  program: string,
  parameters: readonly string[],
  files: { readonly [name: string]: Uint8Array | string },
): Promise<{ readonly done: boolean; readonly stdout: string; readonly stderr: string }> {
  return inTemporaryFolder("trc-openssl", async (folder) => {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return new Promise((resolve) => {
      execFile(program, parameters, { cwd: folder, encoding: "utf8", timeout: 60_000 }, (error, stdout, stderr) =>
        resolve({ done: error === null, stdout, stderr }),
      );
    });
  });
}
