import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { CONTENT, DRY_RUN, dayOption, JSON_REPORT, TEMPLATES } from "../options.ts";
import type { IssueCommandOptions } from "./run-issue.ts";

/** `trc issue`: gives a number, enters the document in the register. */
export const ISSUE: CommandSpec<IssueCommandOptions> = {
  name: "issue",
  says: text(
    "издать документ: дать номер, внести в реестр и заморозить его слова",
    "issue a document: give it a number, enter it in the register and freeze its words",
  ),
  operands: [
    {
      name: text("<документ>", "<document>"),
      says: text(
        "запись или документ: 91-od-2025, order-general.91-od-2025",
        "record or document: 91-od-2025, order-general.91-od-2025",
      ),
    },
  ],
  options: [
    CONTENT,
    TEMPLATES,
    {
      flag: "--number",
      value: text("<номер>", "<number>"),
      says: text("этот номер, а не следующий по порядку", "this number, not the next one of the series"),
    },
    dayOption("дата документа (по умолчанию – из записи)", "date of the document (that of the record by default)"),
    dayOption("день регистрации (по умолчанию сегодня)", "day of registration (today by default)", "--registered"),
    DRY_RUN,
    JSON_REPORT,
  ],
  run: async (...call) => (await import("./run-issue.ts")).issueCommand(...call),
};
