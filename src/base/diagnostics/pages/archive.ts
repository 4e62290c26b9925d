import type { CodePage } from "./code-page.ts";

/** Pages of the codes of the archive and the preview. */
export const ARCHIVE_PAGES: { readonly [code: string]: CodePage } = {
  TRC9301: {
    english: "The port of the preview is taken",
    why: "Порт занят другой программой или другим предпросмотром: укажите другой",
    whyEnglish: "The port is taken by another program or another preview: name another one",
    wrong: "trc preview --port 80",
    right: "trc preview --port 4174",
  },
};
