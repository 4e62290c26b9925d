import { text } from "../../base/diagnostics/index.ts";
import type { ManifestDocument } from "../../project/output/index.ts";
import { readWording } from "../../project/reading/index.ts";
import { type BundleFiles, type BundleManifest, PART } from "./bundle-format.ts";
import type { Findings } from "./verdicts.ts";
import { BUNDLE_WORDING, type BundleWording } from "./wording.ts";

/**
 * The inventory of a bundle for a person: every document of the manifest in the order of the set, its pages, its files with their digests. It stands
 * beside the documents, not among them: a document cannot tell its own digest, nor one that is counted from the others theirs.
 */
export function inventory(
  { draft, documents, publicDocuments }: Pick<BundleManifest, "draft" | "documents" | "publicDocuments">,
  { inventory: words }: BundleWording,
): Uint8Array {
  const lines = [
    words.title,
    ...(draft ? [words.draft] : []),
    ...part(documents, words.original, words),
    ...part(publicDocuments, words.public, words),
  ];
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

/** The inventory and the README are those that the manifest and the words in the bundle give. */
export function checkInventory(files: BundleFiles, manifest: BundleManifest, findings: Findings): void {
  const path = `${PART.templates}${BUNDLE_WORDING.path}`;
  const bytes = files.get(path);
  const file = bytes === undefined ? undefined : { path, bytes };
  const { value } = readWording<BundleWording>(BUNDLE_WORDING, file, PART.templates);
  const expected =
    value === undefined
      ? []
      : [
          [PART.inventory, inventory(manifest, value)] as const,
          [PART.readme, new TextEncoder().encode(value.readme)] as const,
        ];
  const faults = expected
    .filter(([name, wanted]) => !Buffer.from(wanted).equals(files.get(name) ?? new Uint8Array()))
    .map(([name]) =>
      text(
        `«${name}» не тот, что следует из ${PART.manifest} и слов в ${path}`,
        `“${name}” is not what follows from ${PART.manifest} and the words in ${path}`,
      ),
    );
  findings.settle(
    "inventory",
    value === undefined
      ? [
          text(
            `в комплекте нет слов описи (${path}) или они составлены неверно`,
            `the bundle lacks the words of the inventory (${path}), or they are malformed`,
          ),
        ]
      : faults,
    text(
      `Опись комплекта (${PART.inventory}) сходится с ${PART.manifest}`,
      `The inventory of the bundle (${PART.inventory}) fits ${PART.manifest}`,
    ),
  );
}

function part(documents: readonly ManifestDocument[], heading: string, words: BundleWording["inventory"]): string[] {
  if (documents.length === 0) return [];
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  let group: string | null = null;
  return [
    "",
    filled(heading, { documents: documents.length, pages }),
    ...documents.flatMap((document, index) => {
      const opens = document.group !== group;
      group = document.group;
      return [
        ...(opens ? ["", document.group, ""] : []),
        filled(words.document, { number: index + 1, title: document.title, pages: document.pages }),
        ...document.files.map(({ path, sha256 }) => filled(words.file, { path, sha256 })),
      ];
    }),
  ];
}

function filled(line: string, values: { readonly [name: string]: string | number }): string {
  return line.replace(/\{\{(\w+)\}\}/g, (all, name: string) => String(values[name] ?? all));
}
