import { writeFile } from "node:fs/promises";
import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { recordsOf } from "../../paperwork/records/index.ts";
import { readProject, unwritable } from "../../project/reading/index.ts";
import { planOf } from "../drafting/index.ts";
import { planCalendar } from "./export-calendar.ts";
import { planSheet, registerSheet } from "./export-tables.ts";
import { noPlan } from "./import-plan.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** Which plan goes into which files. */
export type ExportOptions = {
  readonly content: string;
  /** Folder of kinds; the program's own without it. */
  readonly templates?: string;
  /** File of the spreadsheet: a sheet of the plan, a sheet of the register. */
  readonly xlsx?: string;
  /** File of the calendar, RFC 5545. */
  readonly ics?: string;
  /** Id of the plan; that of `date`, or the last one, without it. */
  readonly plan?: string;
  /** ISO. */
  readonly date: string;
};

/** The files written, or findings. */
export type ExportReport = {
  readonly diagnostics: readonly Diagnostic[];
  /** Files that were written, as they were named. */
  readonly written: readonly string[];
};

/**
 * `trc export`: writes the spreadsheet and the calendar of a plan that were asked for, over files of the same names. Codes TRC9102 (no such
 * plan), TRC0003 (a file cannot be written), and those of a folder that cannot be read.
 */
export async function exportPlan(options: ExportOptions): Promise<ExportReport> {
  const { xlsx, ics } = options;
  const { value: project, diagnostics } = await readProject(options);
  if (project === undefined) return { diagnostics, written: [] };
  const plans = recordsOf(project.dossier, "plans");
  const wanted = options.plan ?? planOf(project.dossier, options.date) ?? plans.at(-1)?.id;
  const plan = plans.find(({ id }) => id === wanted);
  if (plan === undefined) return { diagnostics: [noPlan(wanted, plans)], written: [] };
  const files: [string, string | Uint8Array][] = [];
  if (xlsx !== undefined) files.push([xlsx, await writeWorkbook([planSheet(project, plan), registerSheet(project)])]);
  if (ics !== undefined) files.push([ics, planCalendar(project, plan)]);
  const written: string[] = [];
  for (const [path, bytes] of files) {
    try {
      await writeFile(path, bytes);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      return { diagnostics: [unwritable(path, code)], written };
    }
    written.push(path);
  }
  return { diagnostics: [], written };
}
