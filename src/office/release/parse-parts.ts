import { TextError, text } from "../../base/diagnostics/index.ts";
import { conforms, type SchemaNode } from "../../base/yaml/index.ts";
import { FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import { type BundleFiles, type BundleManifest, PART, type SignatureIndex } from "./bundle-format.ts";

/** A part of the bundle is not what it has to be. */
export class BadPart extends TextError {
  override readonly name = "BadPart";
}

function bad(ru: string, en: string): BadPart {
  return new BadPart(text(ru, en));
}

/** Lines of SHA256SUMS: path → digest. @throws BadPart */
export function parseSums(files: BundleFiles): Map<string, string> {
  const bytes = files.get(PART.sums);
  if (bytes === undefined) throw bad(`нет файла ${PART.sums}`, `the file ${PART.sums} is missing`);
  const sums = new Map<string, string>();
  const lines = decode(bytes, PART.sums);
  if (!lines.endsWith("\n")) throw bad(`файл ${PART.sums} обрезан`, `the file ${PART.sums} is cut`);
  for (const line of lines.slice(0, -1).split("\n")) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined)
      throw bad(`строка файла ${PART.sums} неверна`, `a line of the file ${PART.sums} is wrong`);
    if (sums.has(path))
      throw bad(`файл ${path} перечислен в ${PART.sums} дважды`, `${PART.sums} lists the file ${path} twice`);
    sums.set(path, digest);
  }
  return sums;
}

/** The manifest. @throws BadPart */
export function parseManifest(files: BundleFiles): BundleManifest {
  return described(files, PART.manifest, FILE_SCHEMAS.bundleManifest);
}

/** The list of signatures. @throws BadPart */
export function parseIndex(files: BundleFiles): SignatureIndex {
  return described(files, PART.signatureIndex, FILE_SCHEMAS.bundleSignatures);
}

function described<T>(files: BundleFiles, path: string, schema: SchemaNode): T {
  const value = parseJson(files, path);
  if (conforms<T>(value, schema)) return value;
  throw bad(`файл ${path} составлен неверно`, `the file ${path} is malformed`);
}

/** Any JSON part. @throws BadPart */
export function parseJson(files: BundleFiles, path: string): unknown {
  const bytes = files.get(path);
  if (bytes === undefined) throw bad(`нет файла ${path}`, `the file ${path} is missing`);
  try {
    return JSON.parse(decode(bytes, path));
  } catch (error) {
    if (error instanceof BadPart) throw error;
    throw bad(`файл ${path} – не JSON`, `the file ${path} is no JSON`);
  }
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw bad(`файл ${path} – не UTF-8`, `the file ${path} is no UTF-8`);
  }
}
