import { readFile, stat } from "node:fs/promises";

/**
 * The bytes of a file that a person named. A pipe or a device has no end and is refused as a folder is.
 * @throws what the system says of it, with its code
 */
export async function readGiven(path: string): Promise<Buffer> {
  if (!(await stat(path)).isFile())
    throw Object.assign(new Error(`EISDIR: no file, read '${path}'`), { code: "EISDIR" });
  return readFile(path);
}
