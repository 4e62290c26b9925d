import { readFile, stat } from "node:fs/promises";

/**
 * The bytes of a file that a person named. A pipe or a device has no end and is refused as a folder is.
 * @param most how many bytes it may have: what cannot be what was asked for is not read at all
 * @throws what the system says of it, with its code
 */
export async function readGiven(path: string, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const found = await stat(path);
  const code = found.isDirectory() ? "EISDIR" : "ENXIO";
  if (!found.isFile()) throw Object.assign(new Error(`${code}: no file, read '${path}'`), { code });
  if (found.size > most) throw Object.assign(new Error(`EFBIG: too large, read '${path}'`), { code: "EFBIG" });
  return readFile(path);
}
