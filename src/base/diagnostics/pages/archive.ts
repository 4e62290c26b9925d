import type { CodePage } from "./code-page.ts";

/** Pages of the codes of the archive and the preview. */
export const ARCHIVE_PAGES: { readonly [code: string]: CodePage } = {};
