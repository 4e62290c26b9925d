import { writeFile } from "node:fs/promises";
import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { planOf } from "../../desk/day/index.ts";
import { noPlan, planCalendar, planSheet, registerSheet, writeWorkbook } from "../../desk/exchange/index.ts";
import { defaultTemplates, readProject, unwritable } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { printFindings } from "../print-findings.ts";
import { today } from "../today.ts";

export type ExportCommandOptions = {
  readonly xlsx?: string;
  readonly ics?: string;
  readonly content: string;
  readonly templates?: string;
  readonly plan?: string;
  readonly date?: string;
};

/** `trc export`: writes the spreadsheet and the calendar that were asked for. */
export async function exportCommand(options: ExportCommandOptions, streams: Streams): Promise<number> {
  if (options.xlsx === undefined && options.ics === undefined) {
    streams.stderr.write(
      "Скажите, что выгрузить: --xlsx план.xlsx, --ics план.ics или оба ключа.\nСправка: trc export --help\n",
    );
    return EXIT.usage;
  }
  const complain = (diagnostics: readonly Diagnostic[]): number => {
    printFindings(diagnostics, streams);
    return EXIT.findings;
  };
  const project = await readProject({ content: options.content, templates: options.templates ?? defaultTemplates() });
  if (project.value === undefined) return complain(project.diagnostics);
  const { dossier } = project.value;
  const plans = [...(dossier.collections.get("plans")?.values() ?? [])];
  const wanted = options.plan ?? planOf(dossier, options.date ?? today()) ?? plans.at(-1)?.id;
  const plan = plans.find(({ id }) => id === wanted);
  if (plan === undefined)
    return complain([
      noPlan(
        wanted ?? "",
        plans.map(({ id }) => id),
      ),
    ]);
  const files: [string, string | Uint8Array][] = [];
  if (options.xlsx !== undefined)
    files.push([options.xlsx, await writeWorkbook([planSheet(project.value, plan), registerSheet(project.value)])]);
  if (options.ics !== undefined) files.push([options.ics, planCalendar(project.value, plan)]);
  for (const [path, bytes] of files) {
    try {
      await writeFile(path, bytes);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      return complain([unwritable(path, code)]);
    }
    streams.stderr.write(`Записан ${path}\n`);
  }
  return EXIT.done;
}
