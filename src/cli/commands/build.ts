import { type Command, Option } from "commander";
import { addCommand, type CommandContext, type RegisterCommand } from "../command.ts";
import { collect, collectList, formatOption, isoDate, REPORTERS, reporters } from "../options.ts";
import type { BuildCommandOptions } from "./run-build.ts";

export const registerBuild: RegisterCommand = (program, context) => {
  const command = addCommand(program, "build", "проверить записи и собрать весь комплект в папку вывода");
  shared(command);
  command
    .option("--out <папка>", "папка вывода (по умолчанию out, у публичной редакции out-public, у черновика out-draft)")
    .option("--draft", "черновик: собрать и с неподтверждёнными формами слов, выделив их")
    .addOption(formatOption());
  act(command, context, true);
};

export const registerCheck: RegisterCommand = (program, context) => {
  const command = addCommand(program, "check", "проверить записи и шаблоны, ничего не записывая");
  shared(command);
  command
    .option("--fix", "исправить в записях то, что исправляется без потери смысла")
    .option("--today <дата>", "считать документы позднее этого дня ошибкой, ГГГГ-ММ-ДД", isoDate);
  act(command, context, false);
};

function shared(command: Command): void {
  command
    .option("--content <папка>", "папка записей; можно повторять, допускаются шаблоны *", collect)
    .option("--templates <папка>", "папка видов документов (по умолчанию templates, а без неё – виды программы)")
    .option("--only <список>", "только эти виды или документы, через запятую; можно повторять", collectList)
    .addOption(
      new Option("--edition <редакция>", "original – подлинник, public – публичная редакция без персональных данных")
        .choices(["original", "public"])
        .default("original"),
    )
    .option("--no-cache", "сделать всё заново, не заглядывая в сделанное прежде")
    .option("--cache-dir <папка>", "где хранится сделанное прежде (обычно node_modules/.cache/trc или .trc-cache)")
    .option(
      "--reporter <вид[:файл]>",
      `вид отчёта: ${REPORTERS.join(", ")}; можно повторять, каждый в свой файл: --reporter pretty --reporter sarif:out.sarif`,
      reporters,
    )
    .option("--quiet", "только ошибки, без сводки");
}

function act(command: Command, { streams, finish }: CommandContext, write: boolean): void {
  command.action(async (options: BuildCommandOptions) => {
    const { buildCommand } = await import("./run-build.ts");
    finish(await buildCommand({ ...options, write }, streams));
  });
}
