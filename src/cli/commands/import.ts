import { text } from "../../base/diagnostics/index.ts";
import type { ImportReport } from "../../desk/exchange/index.ts";
import { command } from "../command.ts";
import { FILE, PLAN, PROJECT } from "../options.ts";
import { joined, type Line } from "../output.ts";
import { today } from "../today.ts";

/** `trc import`: shows what becomes of the rows of a table, and makes the records with `--write`. */
export const IMPORT = command({
  name: "import",
  ...text(
    "взять мероприятия плана из таблицы (xlsx, xls, ods, csv); без --write только показывает, что получится",
    "take the activities of a plan from a spreadsheet (xlsx, xls, ods, csv); without --write only shows what becomes of it",
  ),
  operands: [{ name: FILE, ...text("таблица с планом", "spreadsheet with the plan") }],
  options: { ...PROJECT, ...PLAN, write: text("создать записи", "make the records") },
  run: async ([file = ""], options) => {
    const { importPlan } = await import("../../desk/exchange/index.ts");
    const { value, diagnostics } = await importPlan({ ...options, file, date: options.date ?? today() });
    return value === undefined ? { diagnostics } : { diagnostics, json: value, lines: reportLines(value) };
  },
});

function reportLines({
  sheet,
  headerRow,
  plan,
  columns,
  activities,
  newForms,
  skipped,
  written,
}: ImportReport): Line[] {
  const whole = activities.filter(({ leftovers }) => leftovers.length === 0).length;
  return [
    text(
      `Лист «${sheet}», шапка в строке ${headerRow}, план ${plan}\n\nГрафы`,
      `Sheet "${sheet}", heading in row ${headerRow}, plan ${plan}\n\nColumns`,
    ),
    ...columns.map(({ heading, field }) => joined([`  ${heading} → `, field ?? UNKNOWN])),
    text(`\nМероприятия (${activities.length})`, `\nActivities (${activities.length})`),
    ...activities.flatMap(({ row, title, file, understood, leftovers }) => [
      joined(["  ", rowText(row), `: ${title}`]),
      text(`    ${written ? "создан" : "будет создан"} ${file}`, `    ${written ? "made:" : "to be made:"} ${file}`),
      ...understood.map(({ column, text: cell, as }) => joined(["    ", column, `: «${cell}» → `, as])),
      ...leftovers.map(({ column, text: cell, why }) =>
        joined(["    ! ", column, cell === "" ? ": " : `: «${cell.replace(/\s+/g, " ")}» – `, why]),
      ),
    ]),
    skipped.length > 0 && text(`\nПропущено строк: ${skipped.length}`, `\nRows left out: ${skipped.length}`),
    ...skipped.map(({ row, text: cell, why }) => joined(["  ", rowText(row), `: ${cell} – `, why])),
    newForms.length > 0 &&
      text(
        `\nНовые формы мероприятий. Если это не описки, добавьте их в activityForms (settings.yaml): ${newForms.join(", ")}`,
        `\nNew forms of activities. If they are no slips, add them to activityForms (settings.yaml): ${newForms.join(", ")}`,
      ),
    text(
      `\nРазобрано полностью: ${whole} из ${activities.length}.`,
      `\nUnderstood in full: ${whole} of ${activities.length}.`,
    ),
    written
      ? text("Записи созданы. Проверьте их: trc check", "The records are made. Check them: trc check")
      : text(
          "Ничего не записано. Чтобы создать записи, добавьте --write",
          "Nothing was written. Add --write to make the records",
        ),
  ];
}

const UNKNOWN = text(
  "не узнана, тексты останутся в записях подсказками",
  "not recognised, its texts stay in the records as hints",
);

function rowText(row: number) {
  return text(`строка ${row}`, `row ${row}`);
}
