import { hasErrors, text } from "../../base/diagnostics/index.ts";
import { exportPlan } from "../../desk/exchange/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";

/** Options of `trc export`, as they are typed. */
export type ExportCommandOptions = {
  readonly xlsx?: string;
  readonly ics?: string;
  readonly content: string;
  readonly templates?: string;
  readonly plan?: string;
  readonly date?: string;
};

/** `trc export`: writes the spreadsheet and the calendar that were asked for. */
export async function exportCommand(
  _operands: readonly string[],
  options: ExportCommandOptions,
  output: Output,
): Promise<number> {
  if (options.xlsx === undefined && options.ics === undefined) {
    output.tell(
      text(
        "Скажите, что выгрузить: --xlsx план.xlsx, --ics план.ics или оба ключа.\nСправка: trc export --help",
        "Say what to write: --xlsx plan.xlsx, --ics plan.ics or both.\nHelp: trc export --help --lang en",
      ),
    );
    return EXIT.usage;
  }
  const { written, diagnostics } = await exportPlan({ ...options, date: options.date ?? today() });
  for (const file of written) output.tell(text(`Записан ${file}`, `Written: ${file}`));
  output.findings(diagnostics);
  return hasErrors(diagnostics) ? EXIT.findings : EXIT.done;
}
