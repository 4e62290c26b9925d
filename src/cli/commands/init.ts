import { addCommand, type RegisterCommand } from "../command.ts";
import { isoDate } from "../options.ts";
import type { InitCommandOptions } from "./run-init.ts";

export const registerInit: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "init", "создать папку записей нового центра: вопросы на экране или файл ответов")
    .argument("[папка]", "новая папка записей", "content")
    .option("--answers <файл>", "файл ответов YAML вместо вопросов")
    .option("--print-answers", "напечатать образец файла ответов")
    .option("--date <дата>", "день приказа о присвоении статуса, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate)
    .action(async (folder: string, options: InitCommandOptions) => {
      const { initCommand } = await import("./run-init.ts");
      finish(await initCommand(folder, options, streams));
    });
};
