/** Codes of the archive. */
export const ARCHIVE_CODES = {} as const;
