/** Codes of the preview. */
export const PREVIEW_CODES = {} as const;
