import { text } from "../../base/diagnostics/index.ts";
import { type CommandSpec, WrongValue } from "../command.ts";
import { CONTENT, DRY_RUN, dayOption, TEMPLATES } from "../options.ts";
import type { NewCommandOptions } from "./run-new.ts";

const RECORD = text("<запись>", "<record>");

/** `trc new`: begins a record. */
export const NEW: CommandSpec<NewCommandOptions> = {
  name: "new",
  says: text(
    "начать запись: приказ, договор, мероприятие, человека …; свободный номер и дата ставятся сами",
    "begin a record: an order, an agreement, an activity, a person …; the free number and the date are set by themselves",
  ),
  operands: [
    {
      name: text("[вид]", "[type]"),
      says: text(
        "вид документа или записи; без него – список видов",
        "kind of document or of record; without it the kinds are listed",
      ),
    },
  ],
  options: [
    CONTENT,
    TEMPLATES,
    {
      flag: "--of",
      value: RECORD,
      says: text(
        "о чём запись: приказ, который изменяют; мероприятие, о котором отчитываются",
        "what the record is about: the order that is amended, the activity that is reported on",
      ),
    },
    {
      flag: "--like",
      value: RECORD,
      says: text(
        "скопировать эту запись с новым номером и датами нового учебного года",
        "copy this record with a new number and the dates of the new school year",
      ),
    },
    {
      flag: "--set",
      value: text("<ключ=значение>", "<key=value>"),
      says: text(
        "заполнить свойство; можно повторять: --set items.0.due=2026-02-10",
        "fill in a property; may be repeated: --set items.0.due=2026-02-10",
      ),
      parse: pair,
    },
    { flag: "--id", value: text("<имя>", "<name>"), says: text("имя файла записи", "file name of the record") },
    dayOption("с какого дня считать (по умолчанию сегодня)", "day to count from (today by default)"),
    DRY_RUN,
  ],
  run: async (...call) => (await import("./run-new.ts")).newCommand(...call),
};

function pair(value: string, previous: readonly (readonly [string, string])[] = []): (readonly [string, string])[] {
  const found = /^([A-Za-z0-9.]+)=(.*)$/s.exec(value);
  if (found === null)
    throw new WrongValue(
      text(
        'Пишите ключ=значение, например subject="О проведении семинара".',
        "Write key=value, for example role=school.",
      ),
    );
  return [...previous, [found[1] ?? "", found[2] ?? ""]];
}
