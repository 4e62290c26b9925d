import { addCommand, type RegisterCommand } from "../command.ts";
import { isoDate } from "../options.ts";
import type { ImportCommandOptions } from "./run-import.ts";

export const registerImport: RegisterCommand = (program, { streams, finish }) => {
  addCommand(
    program,
    "import",
    "взять мероприятия плана из таблицы (xlsx, xls, ods, csv); без --write только показывает, что получится",
  )
    .argument("<файл>", "таблица с планом")
    .option("--content <папка>", "папка записей", "content")
    .option("--templates <папка>", "папка видов документов")
    .option("--plan <план>", "в какой план (папка plans); по умолчанию план текущего учебного года")
    .option("--date <дата>", "день, по которому выбирается план, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate)
    .option("--write", "создать записи")
    .option("--json", "отчёт для программ")
    .action(async (file: string, options: ImportCommandOptions) => {
      const { importCommand } = await import("./run-import.ts");
      finish(await importCommand(file, options, streams));
    });
};
