import { addCommand, type RegisterCommand } from "../command.ts";
import { isoDate } from "../options.ts";
import type { IssueCommandOptions } from "./run-issue.ts";

export const registerIssue: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "issue", "издать документ: дать номер, внести в реестр и заморозить его слова")
    .argument("<документ>", "запись или документ: 91-od-2025, order-general.91-od-2025")
    .option("--content <папка>", "папка записей", "content")
    .option("--templates <папка>", "папка видов документов")
    .option("--number <номер>", "этот номер, а не следующий по порядку")
    .option("--date <дата>", "дата документа, ГГГГ-ММ-ДД (по умолчанию – из записи)", isoDate)
    .option("--registered <дата>", "день регистрации, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate)
    .option("--dry-run", "проверить и показать, ничего не записывая")
    .option("--json", "итог в виде JSON")
    .action(async (document: string, options: IssueCommandOptions) => {
      const { issueCommand } = await import("./run-issue.ts");
      finish(await issueCommand(document, options, streams));
    });
};
