import { PAGES } from "../pages/index.ts";

/** English titles of all codes. */
export const ENGLISH_TITLES: { readonly [code: string]: string } = Object.fromEntries(
  Object.entries(PAGES).map(([code, { english }]) => [code, english]),
);
