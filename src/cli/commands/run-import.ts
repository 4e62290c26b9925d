import { text } from "../../base/diagnostics/index.ts";
import { type ImportReport, importPlan } from "../../desk/exchange/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";

/** Options of `trc import`, as they are typed. */
export type ImportCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly plan?: string;
  readonly date?: string;
  readonly write?: boolean;
  readonly json?: boolean;
};

/** `trc import`: shows what becomes of the rows of a table, and makes the records with `--write`. */
export async function importCommand(
  [file = ""]: readonly string[],
  { json, ...options }: ImportCommandOptions,
  output: Output,
): Promise<number> {
  const { value: report, diagnostics } = await importPlan({ ...options, file, date: options.date ?? today() });
  output.findings(diagnostics);
  if (report === undefined) return EXIT.findings;
  if (json === true) output.json(report);
  else show(report, output);
  return EXIT.done;
}

function show({ sheet, headerRow, plan, columns, activities, skipped, written }: ImportReport, output: Output): void {
  const { say } = output;
  const row = (number: number): string => say(text(`строка ${number}`, `row ${number}`));
  output.print(
    text(
      `Лист «${sheet}», шапка в строке ${headerRow}, план ${plan}\n\nГрафы`,
      `Sheet "${sheet}", heading in row ${headerRow}, plan ${plan}\n\nColumns`,
    ),
  );
  const unknown = text(
    "не узнана, тексты останутся в записях подсказками",
    "not recognised, its texts stay in the records as hints",
  );
  for (const { heading, field } of columns) output.data(`  ${heading} → ${field ?? say(unknown)}\n`);
  output.print(text(`\nМероприятия (${activities.length})`, `\nActivities (${activities.length})`));
  const made = say(written ? text("создан", "made:") : text("будет создан", "to be made:"));
  for (const { row: at, title, file, leftovers } of activities) {
    output.data(`  ${row(at)}: ${title}\n    ${made} ${file}\n`);
    for (const { column, text: cell, why } of leftovers)
      output.data(`    ! ${say(column)}: ${cell === "" ? "" : `«${cell.replace(/\s+/g, " ")}» – `}${say(why)}\n`);
  }
  if (skipped.length > 0)
    output.print(text(`\nПропущено строк: ${skipped.length}`, `\nRows left out: ${skipped.length}`));
  for (const { row: at, text: cell, why } of skipped) output.data(`  ${row(at)}: ${cell} – ${say(why)}\n`);
  const whole = activities.filter(({ leftovers }) => leftovers.length === 0).length;
  output.print(
    text(
      `\nРазобрано полностью: ${whole} из ${activities.length}.`,
      `\nUnderstood in full: ${whole} of ${activities.length}.`,
    ),
  );
  output.print(
    written
      ? text("Записи созданы. Проверьте их: trc check", "The records are made. Check them: trc check")
      : text(
          "Ничего не записано. Чтобы создать записи, добавьте --write",
          "Nothing was written. Add --write to make the records",
        ),
  );
}
