import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Where an entry lies in a folder of entries: on the shelf that its name begins with. */
export function shelvedPath(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name.slice(2));
}

/** Puts an entry in its place so that it appears there whole: written aside, then renamed. @throws what the system says */
export async function writeAside(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    await writeFile(aside, bytes);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
