import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { CONTENT, dayOption, FILE, TEMPLATES } from "../options.ts";
import type { ExportCommandOptions } from "./run-export.ts";

/** `trc export`: plan and register for other programs. */
export const EXPORT: CommandSpec<ExportCommandOptions> = {
  name: "export",
  says: text(
    "выгрузить план и журнал в таблицу или мероприятия в календарь",
    "write the plan and the register into a spreadsheet, or the activities into a calendar",
  ),
  options: [
    {
      flag: "--xlsx",
      value: FILE,
      says: text("таблица: листы «План» и «Журнал»", "spreadsheet with the plan and the register"),
    },
    {
      flag: "--ics",
      value: FILE,
      says: text(
        "календарь мероприятий для Outlook, телефона и других программ",
        "calendar of the activities for Outlook, a telephone and other programs",
      ),
    },
    CONTENT,
    TEMPLATES,
    {
      flag: "--plan",
      value: text("<план>", "<plan>"),
      says: text(
        "какой план (папка plans); по умолчанию план текущего учебного года",
        "which plan (folder plans); the plan of the current school year by default",
      ),
    },
    dayOption(
      "день, по которому выбирается план (по умолчанию сегодня)",
      "day by which the plan is chosen (today by default)",
    ),
  ],
  run: async (...call) => (await import("./run-export.ts")).exportCommand(...call),
};
