/** A file as it was read, named as the user would type it (`/` between folders). */
export type SourceFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Largest size in bytes when it is not the usual one. */
  readonly limit?: number;
};

/** Files are small; a larger one is a mistake and is not parsed. Bytes. */
export const MAX_FILE_BYTES = 128 * 1024;
