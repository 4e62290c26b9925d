import type { JournalRule } from "../../base/storage/index.ts";
import { REFERENCE_OF } from "../../paperwork/register/index.ts";

/** What is written together in a content folder: entries of the register, and the records of the documents that are issued. */
export const REGISTER_JOURNAL: JournalRule = {
  files: new RegExp(
    `^(?:register/\\d{4}|(?:${Object.keys(REFERENCE_OF).join("|")})(?:/[^/]+)*)/[a-z0-9][a-z0-9-]*\\.yaml$`,
  ),
  folder: null,
};
