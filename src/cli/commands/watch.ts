import { addCommand, type RegisterCommand } from "../command.ts";
import { collect, collectList, formatOption } from "../options.ts";
import type { WatchCommandOptions } from "./run-watch.ts";

export const registerWatch: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "watch", "собирать комплект заново при каждом сохранении записи или шаблона")
    .option("--content <папка>", "папка записей; можно повторять, допускаются шаблоны *", collect)
    .option("--templates <папка>", "папка видов документов (по умолчанию templates, а без неё – виды программы)")
    .option("--out <папка>", "папка вывода", "out")
    .option("--only <список>", "только эти виды или документы, через запятую; можно повторять", collectList)
    .addOption(formatOption())
    .option("--no-cache", "сделать всё заново, не заглядывая в сделанное прежде")
    .option("--cache-dir <папка>", "где хранится сделанное прежде (обычно node_modules/.cache/trc или .trc-cache)")
    .action(async (options: WatchCommandOptions) => {
      const { watchCommand } = await import("./run-watch.ts");
      finish(await watchCommand(options, streams));
    });
};
