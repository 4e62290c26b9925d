import { text } from "../../base/diagnostics/index.ts";
import { type CommandSpec, WrongValue } from "../command.ts";
import { CONTENT, dayOption, JSON_REPORT, TEMPLATES } from "../options.ts";
import type { StatusCommandOptions } from "./run-status.ts";

/** `trc status`: what the set has and lacks. */
export const STATUS: CommandSpec<StatusCommandOptions> = {
  name: "status",
  says: text(
    "что есть и чего не хватает в комплекте, что просрочено и что скоро",
    "what the set has and lacks, what is overdue and what is due soon",
  ),
  options: [
    CONTENT,
    TEMPLATES,
    dayOption("на какой день (по умолчанию сегодня)", "for which day (today by default)"),
    {
      flag: "--days",
      value: text("<число>", "<number>"),
      says: text("на сколько дней вперёд смотреть", "how many days to look ahead"),
      default: 30,
      parse: days,
    },
    JSON_REPORT,
  ],
  run: async (...call) => (await import("./run-status.ts")).statusCommand(...call),
};

function days(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 3660)
    throw new WrongValue(
      text("Нужно целое число дней, например 30.", "A whole number of days is needed, for example 30."),
    );
  return number;
}
