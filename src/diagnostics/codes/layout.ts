export const LAYOUT_CODES = {} as const;
