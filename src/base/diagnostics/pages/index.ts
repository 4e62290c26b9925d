import { ARCHIVE_PAGES } from "./archive.ts";
import { BUILD_PAGES } from "./build.ts";
import type { CodePage } from "./code-page.ts";
import { COMMANDS_PAGES } from "./commands.ts";
import { LANGUAGE_PAGES } from "./language.ts";
import { LAYOUT_PAGES } from "./layout.ts";
import { PUBLICATION_PAGES } from "./publication.ts";
import { RECORDS_PAGES } from "./records.ts";
import { REGISTER_PAGES } from "./register.ts";
import { RELEASE_PAGES } from "./release.ts";
import { TEMPLATES_PAGES } from "./templates.ts";

/** Pages of every code that is no rule; rules carry their own. */
export const PAGES: { readonly [code: string]: CodePage } = {
  ...ARCHIVE_PAGES,
  ...BUILD_PAGES,
  ...RECORDS_PAGES,
  ...TEMPLATES_PAGES,
  ...LANGUAGE_PAGES,
  ...LAYOUT_PAGES,
  ...PUBLICATION_PAGES,
  ...RELEASE_PAGES,
  ...REGISTER_PAGES,
  ...COMMANDS_PAGES,
};
