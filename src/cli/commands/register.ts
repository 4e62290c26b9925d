import { addCommand, type RegisterCommand } from "../command.ts";
import { collect } from "../options.ts";
import type { RegisterCommandOptions } from "./run-register.ts";

export const registerRegister: RegisterCommand = (program, { streams, finish }) => {
  const register = addCommand(program, "register", "реестр изданных документов: показать, починить");
  const list = addCommand(register, "list", "показать записи по рядам и последние печати");
  const repair = addCommand(register, "repair", "починить реестр, если документы издали одновременно на двух ветках");
  for (const command of [list, repair])
    command
      .option("--content <папка>", "папка записей", "content")
      .option("--templates <папка>", "папка видов документов")
      .option("--json", "итог в виде JSON");
  list.option("--against <файл>", "сверить с печатями прежнего дня: register-heads.txt, manifest.json, list --json");
  repair
    .option("--keep <документ>", "этот документ подписан или роздан, его номер не менять; можно повторять", collect)
    .option("--archive <папка>", "папка архива: принятые в него документы тоже не перенумеровываются", "archive")
    .option("--dry-run", "показать, что будет сделано, ничего не записывая");
  list.action(async (options: RegisterCommandOptions) => {
    const { listCommand } = await import("./run-register.ts");
    finish(await listCommand(options, streams));
  });
  repair.action(async (options: RegisterCommandOptions) => {
    const { repairCommand } = await import("./run-register.ts");
    finish(await repairCommand(options, streams));
  });
};
