import { conforms } from "../../base/yaml/index.ts";

/** A file of the set with its digest. */
export type ManifestFile = {
  /** Inside the output folder, `/` between folders. */
  readonly path: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** The original holds everything; the public edition only what may be published. */
export type EditionName = "original" | "public";

/** A document of the set. */
export type ManifestDocument = {
  /** Name of the content folder it was made from. */
  readonly centre: string;
  readonly id: string;
  readonly kind: string;
  readonly group: string;
  readonly title: string;
  readonly number: string | null;
  /** ISO date of the document. */
  readonly date: string | null;
  readonly edition: EditionName;
  readonly profile: string;
  readonly pages: number;
  /** SHA-256 of the canonical document tree: what people sign off. */
  readonly digest: string;
  /** Records and templates the document was made from, inside the content and templates folders. */
  readonly sources: readonly string[];
  readonly files: readonly ManifestFile[];
};

/** The newest entry of a series of a centre's register, as the set was built: a register that is cut later is found out by it. */
export type ManifestHead = {
  readonly centre: string;
  readonly series: string;
  readonly entries: number;
  readonly document: string;
  readonly seal: string;
};

/** Which part of a set this is, where it was built in shards. */
export type ManifestShard = {
  /** From 1. */
  readonly index: number;
  readonly of: number;
  /** Digest of what all shards of the run have in common: options, templates, the program, who got which centre. */
  readonly plan: string;
  /** All centres of the set, in its order. */
  readonly centres: readonly string[];
};

/** What `out/manifest.json` holds. */
export type Manifest = {
  readonly schema: "trc/manifest/1";
  readonly documents: readonly ManifestDocument[];
  /** Left out where nothing is issued. */
  readonly registers?: readonly ManifestHead[];
  /** Left out where the set is whole. */
  readonly shard?: ManifestShard;
};

/** What a set puts into its manifest. */
export type ManifestContent = Pick<Manifest, "documents" | "shard"> & { readonly registers: readonly ManifestHead[] };

/** The manifest of a set; in a partial run with what the earlier one has besides. */
export function manifestOf({ documents, registers, shard }: ManifestContent, earlier: Manifest | undefined): Manifest {
  const centres = new Set(registers.map(({ centre }) => centre));
  const heads = [...(earlier?.registers ?? []).filter(({ centre }) => !centres.has(centre)), ...registers];
  return {
    schema: "trc/manifest/1",
    documents: withEarlier(documents, earlier?.documents ?? []),
    ...(heads.length === 0 ? {} : { registers: heads }),
    ...(shard === undefined ? {} : { shard }),
  };
}

/** Name of the manifest in the output folder. */
export const MANIFEST_NAME = "manifest.json";

/**
 * The manifest as text, piece by piece, since that of a region is larger than one string should be: two-space JSON with a newline at the end,
 * documents in the order of the set.
 */
export function* manifestText({ schema, documents, registers, shard }: Manifest): Generator<string> {
  const indented = (value: unknown, depth: string): string =>
    JSON.stringify(value, null, 2).replaceAll("\n", `\n${depth}`);
  let piece = `{\n  "schema": ${JSON.stringify(schema)},\n  "documents": [`;
  for (const [index, document] of documents.entries()) {
    piece += `${index > 0 ? "," : ""}\n    ${indented(document, "    ")}`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  const rest = Object.entries({ registers, shard })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `,\n  "${name}": ${indented(value, "  ")}`);
  yield `${piece}${documents.length > 0 ? "\n  " : ""}]${rest.join("")}\n}\n`;
}

/** Letters of a piece: enough for one write to be worth it. */
const PIECE = 1 << 16;

/** Reads a manifest made earlier; undefined when the bytes are not one (the folder is then not ours). */
export function decodeManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return conforms<Manifest>(value, MANIFEST_SHAPE) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** In a partial run: the earlier entries with the new ones in their places. */
export function withEarlier<Entry extends { readonly centre: string; readonly id: string }>(
  made: readonly Entry[],
  before: readonly Entry[],
): Entry[] {
  const key = ({ centre, id }: Entry): string => `${centre}/${id}`;
  // A key that is set again keeps its place.
  return [...new Map([...before, ...made].map((entry) => [key(entry), entry])).values()];
}

/** A manifest may be edited by hand: with a path that leads out of the folder it is none of ours. What is not read here may be as an earlier version wrote it. */
const INSIDE = "^(?!/)(?![A-Za-z]:)(?!(?:[\\s\\S]*/)?\\.\\.(?:/|$))[^\\\\]+$";
const FILE = {
  type: "object",
  required: ["path", "sha256"],
  properties: { path: { type: "string", pattern: INSIDE }, sha256: { type: "string" } },
};
const DOCUMENT = {
  type: "object",
  required: ["files"],
  properties: { files: { type: "array", items: FILE } },
};
const HEAD = {
  type: "object",
  required: ["centre", "series", "entries", "document", "seal"],
  properties: {
    centre: { type: "string" },
    series: { type: "string" },
    entries: { type: "integer" },
    document: { type: "string" },
    seal: { type: "string" },
  },
};
/** No run asks for more: a damaged number must not make a list of that length. */
const MOST_SHARDS = 99_999;
const SHARD = {
  type: "object",
  required: ["index", "of", "plan", "centres"],
  properties: {
    index: { type: "integer", minimum: 1, maximum: MOST_SHARDS },
    of: { type: "integer", minimum: 1, maximum: MOST_SHARDS },
    plan: { type: "string" },
    centres: { type: "array", items: { type: "string" } },
  },
};
/** What is asked of a manifest that is read. */
export const MANIFEST_SHAPE = {
  $id: "trc:/schemas/1/manifest-as-read.json",
  type: "object",
  required: ["schema", "documents"],
  properties: {
    schema: { const: "trc/manifest/1" },
    documents: { type: "array", items: DOCUMENT },
    registers: { type: "array", items: HEAD },
    shard: SHARD,
  },
};
