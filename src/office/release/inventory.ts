import { type Text, text } from "../../base/diagnostics/index.ts";
import { readRecords, readSchemas, recordsOf } from "../../paperwork/records/index.ts";
import type { ReleaseWordingFile } from "../../paperwork/schemas/index.ts";
import { readWording } from "../../project/reading/index.ts";
import { type BundleFiles, type BundleManifest, PART } from "./bundle-format.ts";
import { madeBy } from "./made-by.ts";
import { BUNDLE_WORDING } from "./wording.ts";

/**
 * What a bundle says of itself to a person: the README, and the inventory, which has every document of the manifest in the order of the set, its
 * pages, its files with their digests. It stands beside the documents, not among them: a document cannot name its own digest, nor one that is
 * counted from the others theirs.
 */
export function describedFiles(
  manifest: BundleManifest,
  { inventory: words, readme, words: named }: ReleaseWordingFile,
  files: BundleFiles,
): ReadonlyMap<string, Uint8Array> {
  const { draft, documents, publicDocuments } = manifest;
  const lines = [
    words.title,
    ...(draft ? [words.draft] : []),
    ...part(documents, words.original, words),
    ...part(publicDocuments, words.public, words),
  ];
  const encoder = new TextEncoder();
  return new Map([
    [PART.inventory, encoder.encode(`${lines.join("\n")}\n`)],
    [PART.readme, encoder.encode(filled(readme, origin(manifest, named, files)))],
  ]);
}

const UNKNOWN = "–";

/** Whose the bundle is, from what, by whom it is signed, and which program made it. */
function origin(
  { commits, documents, signatures }: BundleManifest,
  words: ReleaseWordingFile["words"],
  files: BundleFiles,
): { readonly [name: string]: string } {
  const certificates = new Set(signatures.flatMap(({ certificate }) => certificate ?? []));
  const made = madeBy(files);
  return {
    centres: [...new Set(documents.map(({ centre }) => centre))].map((centre) => centreName(centre, files)).join("; "),
    commits: commits.join(", ") || (words?.noCommit ?? UNKNOWN),
    signer:
      [...certificates]
        .map((one) => filled(words?.certificate ?? UNKNOWN, { fingerprint: asOpenSsl(one) }))
        .join("; ") ||
      (words?.unsigned ?? UNKNOWN),
    package: made?.package ?? UNKNOWN,
    toolCommit: made?.commit ?? UNKNOWN,
    toolDigest: made?.digest ?? UNKNOWN,
    node: made?.node ?? UNKNOWN,
  };
}

/** A digest as `openssl x509 -fingerprint` prints it. */
function asOpenSsl(fingerprint: string): string {
  return fingerprint.toUpperCase().replace(/..(?=.)/g, "$&:");
}

/** The newest full name of a centre in its records; the name of its folder where they cannot be read. */
function centreName(centre: string, files: BundleFiles): string {
  const path = "centre.yaml";
  const bytes = files.get(`${PART.content}${centre}/${path}`);
  const schemas = readSchemas([]).value;
  if (bytes === undefined || schemas === undefined) return centre;
  const { value } = readRecords([{ path, inside: path, bytes }], schemas);
  const names = value === undefined ? [] : recordsOf(value, "centre").flatMap(({ data }) => data.names ?? []);
  return names.at(-1)?.full ?? centre;
}

/** The inventory and the README are those that the manifest and the words in the bundle give. */
export function* inventoryFaults(files: BundleFiles, manifest: BundleManifest): Generator<Text> {
  const path = `${PART.templates}${BUNDLE_WORDING.path}`;
  const bytes = files.get(path);
  const words = bytes && readWording<ReleaseWordingFile>(BUNDLE_WORDING, { path, bytes }, PART.templates).value;
  if (words === undefined)
    return yield text(
      `в комплекте нет слов описи (${path}) или они составлены неверно`,
      `the bundle lacks the words of the inventory (${path}), or they are malformed`,
    );
  for (const [name, wanted] of describedFiles(manifest, words, files))
    if (!Buffer.from(wanted).equals(files.get(name) ?? new Uint8Array()))
      yield text(
        `«${name}» не тот, что следует из ${PART.manifest} и слов в ${path}`,
        `“${name}” is not what follows from ${PART.manifest} and the words in ${path}`,
      );
}

function part(
  documents: BundleManifest["publicDocuments"],
  heading: string,
  words: ReleaseWordingFile["inventory"],
): string[] {
  if (documents.length === 0) return [];
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  return [
    "",
    filled(heading, { documents: documents.length, pages }),
    ...documents.flatMap(({ group, title, pages: own, files }, index) => [
      ...(group === documents[index - 1]?.group ? [] : ["", group, ""]),
      filled(words.document, { number: index + 1, title, pages: own }),
      ...files.map(({ path, sha256 }) => filled(words.file, { path, sha256 })),
    ]),
  ];
}

function filled(line: string, values: { readonly [name: string]: string | number }): string {
  return line.replace(/\{\{(\w+)\}\}/g, (all, name: string) => String(values[name] ?? all));
}
