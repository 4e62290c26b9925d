import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const COMMANDS_PAGES: { readonly [code: string]: CodePage } = {};
