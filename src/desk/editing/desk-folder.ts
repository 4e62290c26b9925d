import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { posixPath } from "../../base/text/index.ts";

/** Beside a folder of records: where desks keep what is no matter of git. */
export function deskFolder(content: string): string {
  return join(dirname(resolve(content)), ".trc-desk");
}

/** Makes a desk's folder where there is none. */
export async function makeDeskFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  // One that is there stays; where nothing may be written, what comes next says so.
  await writeFile(join(folder, ".gitignore"), "*\n", { flag: "wx" }).catch(() => undefined);
}

/** The folder of records that a file lies in, and its path there; null where it lies in none of them. */
export function placeOfRecord(
  contents: readonly string[],
  file: string,
): { readonly content: string; readonly inside: string } | null {
  for (const content of contents) {
    const inside = posixPath(relative(resolve(content), resolve(file)));
    if (!inside.startsWith("..")) return { content, inside };
  }
  return null;
}
