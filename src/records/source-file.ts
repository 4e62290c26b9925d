/** A file as it was read, named as the user would type it (`/` between folders). */
export type SourceFile = { readonly path: string; readonly bytes: Uint8Array };

/** Records and templates are small; a larger file is a mistake and is not parsed. */
export const MAX_FILE_BYTES = 128 * 1024;
