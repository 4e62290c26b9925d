import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, readingReason } from "../../base/storage/index.ts";
import type { BundleFiles } from "./bundle-format.ts";
import { FINDINGS } from "./findings.ts";
import { HostileZip, nameFault, packBundle, unpackBundle } from "./zip.ts";

/** A bundle larger than this is not read: it would not fit into memory. */
const MAX_BYTES = 1024 * 1024 * 1024;
const TOO_LARGE = text("он больше 1 ГБ", "it is larger than 1 GB");
const NO_FILE = text("символическая ссылка или не обычный файл", "a symbolic link or no regular file");

/** A bundle with its parts by path. */
export type ReadBundle = {
  readonly files: BundleFiles;
  /** The ZIP's own bytes; null for an unpacked folder. */
  readonly zip: Uint8Array | null;
  /** True when the container is byte for byte what its contents make of it. */
  readonly canonical: boolean;
};

/** Reads a bundle: the ZIP, or a folder it was unpacked to. Codes TRC7020, TRC7021. */
export async function readBundle(path: string): Promise<Outcome<ReadBundle>> {
  try {
    const found = await stat(path);
    if (found.isDirectory())
      return { value: { files: await readUnpacked(path), zip: null, canonical: true }, diagnostics: [] };
    // A device and a pipe have no end.
    if (!found.isFile()) throw new HostileZip(NO_FILE);
    if (found.size > MAX_BYTES) throw new HostileZip(TOO_LARGE);
    const zip = await readFile(path);
    const files = await unpackBundle(zip);
    return { value: { files, zip, canonical: zip.equals(packBundle(files)) }, diagnostics: [] };
  } catch (error) {
    if (error instanceof HostileZip) return { diagnostics: [raise(FINDINGS.TRC7021, { of: [path, error.said] })] };
    if (!isSystemFault(error)) throw error;
    return {
      diagnostics: [raise(FINDINGS.TRC7020, { of: [path, error.code === "ENOENT" ? null : readingReason(error)] })],
    };
  }
}

async function readUnpacked(root: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  const walk = async (inside: string): Promise<void> => {
    for (const entry of await readdir(join(root, inside), { withFileTypes: true })) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        await walk(path);
        continue;
      }
      const fault = entry.isFile() ? nameFault(path) : NO_FILE;
      if (fault !== null) throw new HostileZip(fault, path);
      total += (await lstat(join(root, path))).size;
      if (total > MAX_BYTES) throw new HostileZip(TOO_LARGE);
      files.set(path, await readFile(join(root, path)));
    }
  };
  await walk("");
  return files;
}
