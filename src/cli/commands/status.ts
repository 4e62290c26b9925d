import { InvalidArgumentError } from "commander";
import { addCommand, type RegisterCommand } from "../command.ts";
import { isoDate } from "../options.ts";
import type { StatusCommandOptions } from "./run-status.ts";

export const registerStatus: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "status", "что есть и чего не хватает в комплекте, что просрочено и что скоро")
    .option("--content <папка>", "папка записей", "content")
    .option("--templates <папка>", "папка видов документов")
    .option("--date <дата>", "на какой день, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate)
    .option("--days <число>", "на сколько дней вперёд смотреть", days, 30)
    .option("--json", "отчёт для программ")
    .action(async (options: StatusCommandOptions) => {
      const { statusCommand } = await import("./run-status.ts");
      finish(await statusCommand(options, streams));
    });
};

function days(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 3660)
    throw new InvalidArgumentError("Нужно целое число дней, например 30.");
  return number;
}
