import { text } from "../../base/diagnostics/index.ts";
import { command, WrongUsage } from "../command.ts";
import { CONTENT, FILE, PLAN, TEMPLATES } from "../options.ts";
import { today } from "../today.ts";

/** `trc export`: writes the spreadsheet and the calendar that were asked for. */
export const EXPORT = command({
  name: "export",
  ...text(
    "выгрузить план и журнал в таблицу или мероприятия в календарь",
    "write the plan and the register into a spreadsheet, or the activities into a calendar",
  ),
  options: {
    xlsx: {
      ...text("таблица: листы «План» и «Журнал»", "spreadsheet with the plan and the register"),
      value: FILE,
    },
    ics: {
      ...text(
        "календарь мероприятий для Outlook, телефона и других программ",
        "calendar of the activities for Outlook, a telephone and other programs",
      ),
      value: FILE,
    },
    content: CONTENT,
    templates: TEMPLATES,
    ...PLAN,
  },
  run: async (_operands, options) => {
    if (options.xlsx === undefined && options.ics === undefined)
      throw new WrongUsage(
        text(
          "Скажите, что выгрузить: --xlsx план.xlsx, --ics план.ics или оба ключа.\nСправка: trc export --help",
          "Say what to write: --xlsx plan.xlsx, --ics plan.ics or both.\nHelp: trc export --help --lang en",
        ),
      );
    const { exportPlan } = await import("../../desk/exchange/index.ts");
    const { written, diagnostics } = await exportPlan({ ...options, date: options.date ?? today() });
    return { diagnostics, beside: written.map((file) => text(`Записан ${file}`, `Written: ${file}`)) };
  },
});
