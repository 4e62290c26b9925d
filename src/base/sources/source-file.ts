/** A file as it was read, named as the user would type it (`/` between folders). */
export type SourceFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Largest size in bytes when it is not the usual one. */
  readonly limit?: number;
};

/** Records and templates are small; a larger file is a mistake and is not parsed. */
export const MAX_FILE_BYTES = 128 * 1024;

/** Entries of the register carry the words of whole documents and are written by the program. */
const MAX_REGISTER_BYTES = 4 * 1024 * 1024;

/** How large a file may be. @param inside path inside the content or the templates folder */
export function maxBytesOf(inside: string): number {
  return inside.startsWith("register/") ? MAX_REGISTER_BYTES : MAX_FILE_BYTES;
}

/** Whether a file of a content folder is one: records, and whatever the register holds. @param inside path inside the folder */
export function isContentFile(inside: string): boolean {
  return /\.ya?ml$/.test(inside) || inside.startsWith("register/");
}

/** Whether a file of a templates folder is one that documents are made from. @param inside path inside the folder */
export function isTemplateFile(inside: string): boolean {
  return /\.(hbs|yaml|json)$/.test(inside) && !inside.endsWith("/sample.yaml");
}
