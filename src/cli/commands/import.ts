import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { CONTENT, dayOption, FILE, JSON_REPORT, TEMPLATES } from "../options.ts";
import type { ImportCommandOptions } from "./run-import.ts";

/** `trc import`: a plan out of a spreadsheet. */
export const IMPORT: CommandSpec<ImportCommandOptions> = {
  name: "import",
  says: text(
    "взять мероприятия плана из таблицы (xlsx, xls, ods, csv); без --write только показывает, что получится",
    "take the activities of a plan from a spreadsheet (xlsx, xls, ods, csv); without --write only shows what becomes of it",
  ),
  operands: [{ name: FILE, says: text("таблица с планом", "spreadsheet with the plan") }],
  options: [
    CONTENT,
    TEMPLATES,
    {
      flag: "--plan",
      value: text("<план>", "<plan>"),
      says: text(
        "в какой план (папка plans); по умолчанию план текущего учебного года",
        "into which plan (folder plans); the plan of the current school year by default",
      ),
    },
    dayOption(
      "день, по которому выбирается план (по умолчанию сегодня)",
      "day by which the plan is chosen (today by default)",
    ),
    { flag: "--write", says: text("создать записи", "make the records") },
    JSON_REPORT,
  ],
  run: async (...call) => (await import("./run-import.ts")).importCommand(...call),
};
