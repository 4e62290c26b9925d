/** Codes of the rules across records and documents. */
export const RULES_CODES = {} as const;
