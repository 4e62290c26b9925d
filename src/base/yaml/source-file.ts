/** A file as it was read, named as the user would type it (`/` between folders). */
export type SourceFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Largest size in bytes when it is not the usual one. */
  readonly limit?: number;
};

/** Files are small; a larger one is a mistake and is not parsed. Bytes. */
export const MAX_FILE_BYTES = 128 * 1024;

/** True when two files have the same path, limit and bytes. */
export function sameFile(a: SourceFile, b: SourceFile): boolean {
  if (a === b) return true;
  if (a.path !== b.path || a.limit !== b.limit || a.bytes.length !== b.bytes.length) return false;
  for (let index = 0; index < a.bytes.length; index++) if (a.bytes[index] !== b.bytes[index]) return false;
  return true;
}
