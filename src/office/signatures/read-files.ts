import { readFile, stat } from "node:fs/promises";
import { TextError, text } from "../../base/diagnostics/index.ts";
import { readGiven, readingReason } from "../../base/storage/index.ts";
import { MAX_SIGNATURE_BYTES } from "./form.ts";
import { type ParsedSignature, readSignature, UnreadableSignature } from "./read-cms.ts";
import { type RevocationList, readRevocationLists } from "./revocation.ts";
import { readTrust, type Trust } from "./trust.ts";

/** A file that was named does not hold what it should, or cannot be read. */
export class UnreadableFile extends TextError {
  override readonly name = "UnreadableFile";
}

/** Certificates of all the files that an option names, PEM or DER. @throws UnreadableFile */
export function readTrustFiles(files: readonly string[], option = "--trust"): Promise<Trust> {
  return readAll(files, readTrust, (file) =>
    text(
      `Ключ ${option}: файл «${file}» – не сертификат или не читается.`,
      `Option ${option}: the file "${file}" is no certificate or cannot be read.`,
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
      found.push(...(await read(await readGiven(file))));
    } catch {
      throw new UnreadableFile(said(file));
    }
  return found;
}

/** Bytes of a file that was named. @throws UnreadableFile, also for an empty one */
export async function readNamed(file: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readGiven(file);
  } catch (error) {
    const { ru, en } = readingReason(error);
    throw new UnreadableFile(text(`Файл «${file}» не читается: ${ru}`, `The file “${file}” cannot be read: ${en}`));
  }
  if (bytes.length > 0) return bytes;
  throw new UnreadableFile(text(`Файл «${file}» пуст`, `The file “${file}” is empty`));
}

/** Reads a signature file: DER, PEM or Base64. @throws UnreadableSignature, also for a file that is not there or too large */
export async function readSignatureFile(file: string): Promise<ParsedSignature> {
  try {
    const found = await stat(file);
    if (!found.isFile() && !found.isDirectory())
      throw new UnreadableSignature(text("это не файл, а устройство или канал", "it is a device or a pipe, no file"));
    if (found.size > MAX_SIGNATURE_BYTES)
      throw new UnreadableSignature(text("файл больше 1 МБ", "the file is larger than 1 MB"));
    return await readSignature(await readFile(file));
  } catch (error) {
    if (error instanceof UnreadableSignature) throw error;
    const reason = readingReason(error);
    throw new UnreadableSignature(text(`файл не читается: ${reason.ru}`, `the file cannot be read: ${reason.en}`));
  }
}

/** Name of a signature of a file by its number: `document.pdf.sig`, the next `document.pdf.2.sig`. */
export function signatureName(file: string, number: number): string {
  return `${file}${number === 1 ? "" : `.${number}`}.sig`;
}
