export const LANGUAGE_CODES = {} as const;
