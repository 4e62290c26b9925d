/** Codes of the register of issued documents, of issuing and of durable writing. */
export const REGISTER_CODES = {} as const;
