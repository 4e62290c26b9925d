import { text } from "../../base/diagnostics/index.ts";
import { type EditionFile, FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import type { WordingFile } from "../reading/index.ts";
import { FINDINGS } from "./findings.ts";

/** What the public edition says in place of what it withholds, whom it may name, and on what ground it withholds the rest. */
export type PublicWording = EditionFile;

/** Where those words stand. Code TRC6503 when the file is missing. */
export const PUBLIC_WORDING: WordingFile = {
  path: "editions/public.yaml",
  schema: FILE_SCHEMAS.edition,
  missing: FINDINGS.TRC6503,
  without: text(
    "неизвестно, что печатать на месте скрытого",
    "it is not known what to print in place of what is withheld",
  ),
};
