import { sha256 } from "../../base/text/index.ts";
import type { BundleManifestFile, BundleSignaturesFile } from "../../paperwork/schemas/index.ts";
import { signatureName } from "../signatures/index.ts";

/** Parts of a bundle by name. */
export const PART = {
  manifest: "manifest.json",
  sums: "SHA256SUMS",
  provenance: "provenance.intoto.json",
  sbom: "sbom.cdx.json",
  redactions: "redactions.json",
  readme: "README.txt",
  inventory: "INVENTORY.txt",
  signatureIndex: "signatures/index.json",
  original: "original/",
  public: "public/",
  content: "sources/content/",
  templates: "sources/templates/",
  approvals: "approvals/",
  signatures: "signatures/",
  stamped: "stamped/",
} as const;

/** Files of a bundle by path. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

type Frozen<T> = T extends object ? { readonly [Name in keyof T]: Frozen<T[Name]> } : T;

/** What `manifest.json` of a bundle holds. */
export type BundleManifest = Frozen<BundleManifestFile>;
/** A document as the manifest of the bundle has it: the manifest entry of the build and its approvals. */
export type BundleDocument = BundleManifest["documents"][number];
/** An approval as the manifest has it. Paths are inside the bundle. */
export type BundleApproval = BundleDocument["approvals"][number];
/** The newest entry of a series of a centre's register of issued documents. */
export type BundleHead = BundleManifest["registers"][number];
/** What `signatures/index.json` holds: what was added to the sealed part, now or later. */
export type SignatureIndex = Frozen<BundleSignaturesFile>;

/** Signatures and stamped copies come after the list of digests is signed; everything else is under it. */
export function isSealed(path: string): boolean {
  return path !== PART.sums && !path.startsWith(PART.signatures) && !path.startsWith(PART.stamped);
}

/** A PDF of an original. */
export function isOriginalPdf(path: string): boolean {
  return path.startsWith(PART.original) && path.endsWith(".pdf");
}

/** `SHA256SUMS` as `sha256sum -c` reads it: every sealed file, sorted. */
export function encodeSums(files: BundleFiles): Uint8Array {
  const lines = [...files.keys()]
    .filter(isSealed)
    .sort()
    .map((path) => `${sha256(files.get(path) ?? new Uint8Array())}  ${path}\n`);
  return new TextEncoder().encode(lines.join(""));
}

/** A value as canonical JSON in UTF-8. */
export function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** The list of signatures as the program writes it, sorted: nothing else may stand in its place. */
export function encodeIndex({ signatures, stamped }: Omit<SignatureIndex, "schema">): Uint8Array {
  const byFile = (a: { readonly file: string }, b: { readonly file: string }): number => (a.file < b.file ? -1 : 1);
  return encodeJson({
    schema: "trc/signatures/1",
    signatures: signatures
      .map(({ file, sha256: digest, target, targetSha256 }) => ({ file, sha256: digest, target, targetSha256 }))
      .sort(byFile),
    stamped: stamped.map(({ file, sha256: digest, target }) => ({ file, sha256: digest, target })).sort(byFile),
  });
}

/** Where the signature of a file stands: the first is `.sig`, the next `.2.sig`. */
export function signaturePath(target: string, number: number): string {
  return `${PART.signatures}${signatureName(target, number)}`;
}
