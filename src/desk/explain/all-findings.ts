// Made by `npm run findings`.

/** The findings of every room, as `findings.ts` of each defines them. */
export const ROOMS = [
];
