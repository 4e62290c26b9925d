import { addCommand, type RegisterCommand } from "../command.ts";
import { collectList } from "../options.ts";
import type { DiffCommandOptions } from "./run-diff.ts";

export const registerDiff: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "diff", "какие документы и какие слова в них изменились между двумя наборами")
    .argument("<было>", "папка записей, папка вывода или версия git (HEAD, v1)")
    .argument("[стало]", "то же; по умолчанию папка записей")
    .option("--content <папка>", "папка записей, в том числе внутри версии git", "content")
    .option("--templates <папка>", "папка видов документов (по умолчанию templates, а без неё – виды программы)")
    .option("--only <список>", "только эти виды или документы, через запятую; можно повторять", collectList)
    .option("--json", "отчёт для программ")
    .action(async (before: string, after: string | undefined, options: DiffCommandOptions) => {
      const { diffCommand } = await import("./run-diff.ts");
      finish(await diffCommand(before, after, options, streams));
    });
};
