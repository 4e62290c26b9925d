import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const RELEASE_PAGES: { readonly [code: string]: CodePage } = {};
