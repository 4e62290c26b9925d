import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { dayOption, FILE } from "../options.ts";
import type { InitCommandOptions } from "./run-init.ts";

/** `trc init`: begins a centre. */
export const INIT: CommandSpec<InitCommandOptions> = {
  name: "init",
  says: text(
    "создать папку записей нового центра: вопросы на экране или файл ответов",
    "begin the folder of records of a new centre: questions on the terminal or a file of answers",
  ),
  operands: [
    {
      name: text("[папка]", "[folder]"),
      says: text("новая папка записей", "new folder of records"),
      default: "content",
    },
  ],
  options: [
    {
      flag: "--answers",
      value: FILE,
      says: text("файл ответов YAML вместо вопросов", "file of answers, YAML, instead of questions"),
    },
    {
      flag: "--print-answers",
      says: text("напечатать образец файла ответов", "print a sample of the file of answers"),
    },
    dayOption(
      "день приказа о присвоении статуса (по умолчанию сегодня)",
      "day of the order that grants the status (today by default)",
    ),
  ],
  run: async (...call) => (await import("./run-init.ts")).initCommand(...call),
};
