import { APPROVALS_CODES } from "./approvals.ts";
import { ARCHIVE_CODES } from "./archive.ts";
import { BUILD_CODES } from "./build.ts";
import { DESK_CODES } from "./desk.ts";
import { KINDS_CODES } from "./kinds.ts";
import { LANGUAGE_CODES } from "./language.ts";
import { LAYOUT_CODES } from "./layout.ts";
import { MARKUP_CODES } from "./markup.ts";
import { PREVIEW_CODES } from "./preview.ts";
import { PUBLICATION_CODES } from "./publication.ts";
import { RECORDS_CODES } from "./records.ts";
import { REGISTER_CODES } from "./register.ts";
import { RELEASE_CODES } from "./release.ts";
import { RULES_CODES } from "./rules.ts";

/** Every diagnostic code with one line on what it means. Codes are stable: one is never reused for another fault. */
export const CODES: { readonly [code: string]: string } = {
  ...APPROVALS_CODES,
  ...BUILD_CODES,
  ...RECORDS_CODES,
  ...KINDS_CODES,
  ...MARKUP_CODES,
  ...LANGUAGE_CODES,
  ...LAYOUT_CODES,
  ...RELEASE_CODES,
  ...PREVIEW_CODES,
  ...PUBLICATION_CODES,
  ...DESK_CODES,
  ...RULES_CODES,
  ...REGISTER_CODES,
  ...ARCHIVE_CODES,
};
