import { TextError, text } from "../../base/diagnostics/index.ts";
import { type BundleFiles, type BundleManifest, PART, type SignatureIndex } from "./bundle-format.ts";

/** A part of the bundle is not what it has to be. */
export class BadPart extends TextError {
  override readonly name = "BadPart";
}

/** Lines of SHA256SUMS: path → digest. @throws BadPart */
export function parseSums(files: BundleFiles): Map<string, string> {
  const bytes = files.get(PART.sums);
  if (bytes === undefined) throw new BadPart(text(`нет файла ${PART.sums}`, `the file ${PART.sums} is missing`));
  const sums = new Map<string, string>();
  const lines = decode(bytes, PART.sums);
  if (!lines.endsWith("\n")) throw new BadPart(text(`файл ${PART.sums} обрезан`, `the file ${PART.sums} is cut`));
  for (const line of lines.slice(0, -1).split("\n")) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined)
      throw new BadPart(text(`строка файла ${PART.sums} неверна`, `a line of the file ${PART.sums} is wrong`));
    if (sums.has(path))
      throw new BadPart(
        text(`файл ${path} перечислен в ${PART.sums} дважды`, `${PART.sums} lists the file ${path} twice`),
      );
    sums.set(path, digest);
  }
  return sums;
}

/** The manifest, checked as deep as it is used. @throws BadPart */
export function parseManifest(files: BundleFiles): BundleManifest {
  const value = parseJson(files, PART.manifest) as BundleManifest;
  const strings = (list: unknown): boolean => Array.isArray(list) && list.every((one) => typeof one === "string");
  const files_ = (list: unknown): boolean =>
    isList(list, (file) => typeof file.path === "string" && typeof file.sha256 === "string");
  const document = (one: Fields): boolean =>
    typeof one.id === "string" &&
    typeof one.centre === "string" &&
    typeof one.digest === "string" &&
    typeof one.title === "string" &&
    typeof one.group === "string" &&
    typeof one.pages === "number" &&
    files_(one.files);
  const approval = (one: Fields): boolean =>
    ["person", "date", "words", "statement", "text"].every((key) => typeof one[key] === "string") &&
    strings(one.roles) &&
    (one.signature === null || typeof one.signature === "string");
  const right =
    isFields(value) &&
    value.schema === "trc/bundle/1" &&
    typeof value.draft === "boolean" &&
    isFields(value.tool) &&
    strings(value.commits) &&
    isList(
      value.documents,
      (one) =>
        document(one) && typeof one.words === "string" && strings(one.required) && isList(one.approvals, approval),
    ) &&
    isList(value.publicDocuments, document) &&
    isList(
      value.registers,
      (one) =>
        ["centre", "series", "document", "seal"].every((key) => typeof one[key] === "string") &&
        typeof one.entries === "number",
    ) &&
    isList(
      value.signatures,
      (one) => typeof one.target === "string" && (one.certificate === null || typeof one.certificate === "string"),
    );
  if (!right)
    throw new BadPart(text(`файл ${PART.manifest} составлен неверно`, `the file ${PART.manifest} is malformed`));
  return value;
}

/** The list of signatures. @throws BadPart */
export function parseIndex(files: BundleFiles): SignatureIndex {
  const value = parseJson(files, PART.signatureIndex) as SignatureIndex;
  const strings =
    (...keys: string[]) =>
    (one: Fields): boolean =>
      keys.every((key) => typeof one[key] === "string");
  const right =
    isFields(value) &&
    value.schema === "trc/signatures/1" &&
    isList(value.signatures, strings("file", "sha256", "target", "targetSha256")) &&
    isList(value.stamped, strings("file", "sha256", "target"));
  if (!right)
    throw new BadPart(
      text(`файл ${PART.signatureIndex} составлен неверно`, `the file ${PART.signatureIndex} is malformed`),
    );
  return value;
}

/** Any JSON part. @throws BadPart */
export function parseJson(files: BundleFiles, path: string): unknown {
  const bytes = files.get(path);
  if (bytes === undefined) throw new BadPart(text(`нет файла ${path}`, `the file ${path} is missing`));
  try {
    return JSON.parse(decode(bytes, path));
  } catch (error) {
    if (error instanceof BadPart) throw error;
    throw new BadPart(text(`файл ${path} – не JSON`, `the file ${path} is no JSON`));
  }
}

type Fields = { readonly [key: string]: unknown };

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown, right: (one: Fields) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => isFields(one) && right(one));
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BadPart(text(`файл ${path} – не UTF-8`, `the file ${path} is no UTF-8`));
  }
}
