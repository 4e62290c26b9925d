export const RECORDS_CODES = {} as const;
