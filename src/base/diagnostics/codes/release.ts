/** Codes of the release, of signatures made elsewhere and of verification. */
export const RELEASE_CODES = {} as const;
