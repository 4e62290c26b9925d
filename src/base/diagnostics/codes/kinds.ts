/** Codes of the document kinds: folders under `templates/`. */
export const KINDS_CODES = {} as const;
