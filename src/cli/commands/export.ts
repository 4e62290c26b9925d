import { addCommand, type RegisterCommand } from "../command.ts";
import { isoDate } from "../options.ts";
import type { ExportCommandOptions } from "./run-export.ts";

export const registerExport: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "export", "выгрузить план и журнал в таблицу или мероприятия в календарь")
    .option("--xlsx <файл>", "таблица: листы «План» и «Журнал»")
    .option("--ics <файл>", "календарь мероприятий для Outlook, телефона и других программ")
    .option("--content <папка>", "папка записей", "content")
    .option("--templates <папка>", "папка видов документов")
    .option("--plan <план>", "какой план (папка plans); по умолчанию план текущего учебного года")
    .option("--date <дата>", "день, по которому выбирается план, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate)
    .action(async (options: ExportCommandOptions) => {
      const { exportCommand } = await import("./run-export.ts");
      finish(await exportCommand(options, streams));
    });
};
