import { sealLines } from "../../base/text/index.ts";

/** A line of the chain that holds all bags together: a bag taken into the archive, or a document disposed of. */
export type Accession = {
  readonly entry: number;
  readonly document: string;
  /** Folder of the bag inside the archive: `2025/order-general-91-od-2025`, the next version `2025/order-general-91-od-2025+2`. */
  readonly bag: string;
  /** Bag of the version before this one, which has fewer signatures; null for a document taken in the first time. */
  readonly supplements: string | null;
  /** Act by which the document was disposed of; its bags may be absent from then on. */
  readonly disposedBy: string | null;
  /** Day of the accession, ISO. */
  readonly received: string;
  readonly title: string;
  /** Digests of the bag's two tag manifests, and of the archive's README: with them everything is fixed. */
  readonly tagmanifestSha256: string;
  readonly tagmanifestSha512: string;
  readonly readmeSha256: string;
  readonly previous: string | null;
};

/** Folder of the book inside the archive. */
export const ACCESSIONS_FOLDER = "accessions";

/** Name of the file of an accession: `accessions/000001.txt`. */
export function accessionPath(entry: number): string {
  return `${ACCESSIONS_FOLDER}/${String(entry).padStart(6, "0")}.txt`;
}

/** Place of an accession inside the archive. */
export const ACCESSION = new RegExp(`^${ACCESSIONS_FOLDER}/\\d{6,}\\.txt$`);

/** Place of a bag inside the archive: two folders deep and nowhere else. */
export const BAG = /^\d{4}\/[a-z0-9][a-z0-9-]*(\+\d+)?$/;

/** Kind of a document that another organisation has issued, in its name: its register is not ours. */
export const RECEIVED = "received.";

/**
 * True of the line whose bag speaks of our register: a later version of a bag says of it what the first has said, what came from elsewhere speaks of
 * another register.
 */
export function tellsOfRegister({ document, supplements, disposedBy }: Accession): boolean {
  return supplements === null && disposedBy === null && !document.startsWith(RECEIVED);
}

const KEYS = [
  ["Entry", "entry"],
  ["Document", "document"],
  ["Bag", "bag"],
  ["Supplements", "supplements"],
  ["Disposed-By", "disposedBy"],
  ["Received", "received"],
  ["Title", "title"],
  ["Tagmanifest-SHA256", "tagmanifestSha256"],
  ["Tagmanifest-SHA512", "tagmanifestSha512"],
  ["Readme-SHA256", "readmeSha256"],
  ["Previous", "previous"],
] as const;
/** Left out where there is nothing to say. */
const OPTIONAL: ReadonlySet<string> = new Set(["supplements", "disposedBy"]);

/** An accession as text; the last line, Seal, is the SHA-256 of all lines above: `sed '$d' FILE | sha256sum`. */
export function encodeAccession(accession: Accession): { readonly text: string; readonly seal: string } {
  const above = KEYS.filter(([, key]) => accession[key] !== null || !OPTIONAL.has(key))
    .map(([name, key]) => `${name}: ${String(accession[key] ?? "-").replace(/\s+/g, " ")}\n`)
    .join("");
  return sealLines(above, "Seal");
}

/** Reads an accession; null when the bytes are not exactly what `encodeAccession` would write. */
export function decodeAccession(bytes: Uint8Array): { readonly accession: Accession; readonly seal: string } | null {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const lines = new Map(text.split("\n").map((line): [string, string] => [line.split(": ", 1)[0] ?? "", line]));
  const values = KEYS.map(([name, key]) => {
    const value = lines.get(name)?.slice(name.length + 2) ?? (OPTIONAL.has(key) ? null : "");
    return [key, key === "entry" ? Number(value) : key === "previous" && value === "-" ? null : value];
  });
  const accession: Accession = Object.fromEntries(values);
  const written = encodeAccession(accession);
  return written.text === text && BAG.test(accession.bag) ? { accession, seal: written.seal } : null;
}
