import { InvalidArgumentError } from "commander";
import { addCommand, type RegisterCommand } from "../command.ts";
import { isoDate } from "../options.ts";
import type { NewCommandOptions } from "./run-new.ts";

export const registerNew: RegisterCommand = (program, { streams, finish }) => {
  addCommand(
    program,
    "new",
    "начать запись: приказ, договор, мероприятие, человека …; свободный номер и дата ставятся сами",
  )
    .argument("[вид]", "вид документа или записи; без него – список видов")
    .option("--content <папка>", "папка записей", "content")
    .option("--templates <папка>", "папка видов документов")
    .option("--of <запись>", "о чём запись: приказ, который изменяют; мероприятие, о котором отчитываются")
    .option("--like <запись>", "скопировать эту запись с новым номером и датами нового учебного года")
    .option("--set <ключ=значение>", "заполнить свойство; можно повторять: --set items.0.due=2026-02-10", pair)
    .option("--id <имя>", "имя файла записи")
    .option("--date <дата>", "с какого дня считать, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate)
    .option("--dry-run", "показать запись, ничего не записывая")
    .action(async (type: string | undefined, options: NewCommandOptions) => {
      const { newCommand } = await import("./run-new.ts");
      finish(await newCommand(type, options, streams));
    });
};

function pair(value: string, previous: readonly (readonly [string, string])[] = []): (readonly [string, string])[] {
  const found = /^([A-Za-z0-9.]+)=(.*)$/s.exec(value);
  if (found === null) throw new InvalidArgumentError('Пишите ключ=значение, например subject="О проведении семинара".');
  return [...previous, [found[1] ?? "", found[2] ?? ""]];
}
