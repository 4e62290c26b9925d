import { readFile } from "node:fs/promises";
import { TextError, text } from "../../base/diagnostics/index.ts";
import { type RevocationList, readRevocationLists } from "./revocation.ts";
import { readTrust, type Trust } from "./trust.ts";

/** A file that was named does not hold what it should, or cannot be read. */
export class UnreadableFile extends TextError {
  override readonly name = "UnreadableFile";
}

/** Certificates of all the files, PEM or DER. @throws UnreadableFile */
export function readTrustFiles(files: readonly string[]): Promise<Trust> {
  return readAll(files, readTrust, (file) =>
    text(
      `Ключ --trust: файл «${file}» – не сертификат или не читается.`,
      `Option --trust: the file "${file}" is no certificate or cannot be read.`,
    ),
  );
}

/** Lists of revoked certificates of all the files, PEM or DER. @throws UnreadableFile */
export function readRevocationFiles(files: readonly string[]): Promise<readonly RevocationList[]> {
  return readAll(files, readRevocationLists, (file) =>
    text(
      `Ключ --crl: файл «${file}» – не список отзыва или не читается.`,
      `Option --crl: the file "${file}" is no list of revoked certificates or cannot be read.`,
    ),
  );
}

async function readAll<T>(
  files: readonly string[],
  read: (bytes: Uint8Array) => Promise<readonly T[]>,
  said: (file: string) => UnreadableFile["said"],
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const file of files)
    try {
      found.push(...(await read(await readFile(file))));
    } catch {
      throw new UnreadableFile(said(file));
    }
  return found;
}
