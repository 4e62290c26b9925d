/** Codes of the commands of the day. */
export const DESK_CODES = {} as const;
