/** Codes of sign-off. */
export const APPROVALS_CODES = {} as const;
