export const DOCX_CODES = {} as const;
