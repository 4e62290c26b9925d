import { text } from "../../base/diagnostics/index.ts";
import { FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import type { WordingFile } from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";

/** What the inventory and the README of a bundle say in words; `{{name}}` stands for a value. Code TRC7017 when the file is missing. */
export const BUNDLE_WORDING: WordingFile = {
  path: "release/wording.yaml",
  schema: FILE_SCHEMAS.releaseWording,
  missing: FINDINGS.TRC7017,
  without: text(
    "слов для описи и памятки комплекта взять негде",
    "there are no words for the inventory and the README of a bundle",
  ),
};
