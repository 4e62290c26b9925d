import type { Defined, Text } from "../../base/diagnostics/index.ts";

/** A file of a paper as it is kept, to the byte. */
export type Paper = {
  readonly format: "PDF" | "JPEG" | "PNG" | "TIFF";
  readonly mime: string;
  /** Digest of its bytes, SHA-256 in hex. */
  readonly sha256: string;
  readonly size: number;
  /** As far as the file tells. */
  readonly pages: number | null;
  /** The part of ISO 19005 that a PDF says it keeps to: `PDF/A-2b`; null: none. */
  readonly claim: string | null;
  /** True when something in the file is against its claim: no output intent, a font that is not embedded. */
  readonly doubtful: boolean;
};

/** Why a file cannot be kept as a paper. */
export type PaperFault = { readonly finding: Defined; readonly message: Text; readonly hints: Text };
