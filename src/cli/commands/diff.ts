import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { FOLDER, JSON_REPORT, ONLY, TEMPLATES } from "../options.ts";
import type { DiffCommandOptions } from "./run-diff.ts";

/** `trc diff`: which words differ between two sets. */
export const DIFF: CommandSpec<DiffCommandOptions> = {
  name: "diff",
  says: text(
    "какие документы и какие слова в них изменились между двумя наборами",
    "which documents, and which words of them, differ between two sets",
  ),
  operands: [
    {
      name: text("<было>", "<before>"),
      says: text(
        "папка записей, папка вывода или версия git (HEAD, v1)",
        "folder of records, output folder or revision of git (HEAD, v1)",
      ),
    },
    {
      name: text("[стало]", "[after]"),
      says: text("то же; по умолчанию папка записей", "the same; the folder of records by default"),
    },
  ],
  options: [
    {
      flag: "--content",
      value: FOLDER,
      says: text("папка записей, в том числе внутри версии git", "folder of records, inside a revision of git as well"),
      default: "content",
    },
    TEMPLATES,
    ONLY,
    JSON_REPORT,
  ],
  run: async (...call) => (await import("./run-diff.ts")).diffCommand(...call),
};
