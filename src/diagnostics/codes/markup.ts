export const MARKUP_CODES = {} as const;
