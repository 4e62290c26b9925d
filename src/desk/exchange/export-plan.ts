import { dirname, extname } from "node:path";
import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { isWithin, replaceFile } from "../../base/storage/index.ts";
import { recordsOf } from "../../paperwork/records/index.ts";
import { readProject, unwritable } from "../../project/reading/index.ts";
import { planOf } from "../drafting/index.ts";
import { planCalendar } from "./export-calendar.ts";
import { planSheet, registerSheet } from "./export-tables.ts";
import { FINDINGS } from "./findings.ts";
import { noPlan } from "./import-plan.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** Which plan goes into which files. */
export type ExportOptions = {
  readonly content: string;
  /** Folder of kinds; the program's own without it. */
  readonly templates?: string | undefined;
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
 * plan), TRC9104 (no file of the format, or one in the content folder; nothing is written), TRC0003 (a file cannot be written), and those of a
 * folder that cannot be read.
 */
export async function exportPlan(options: ExportOptions): Promise<ExportReport> {
  const { content, xlsx, ics } = options;
  for (const [path, extension] of [
    [xlsx, ".xlsx"],
    [ics, ".ics"],
  ] as const) {
    const fault = path === undefined ? null : await targetFault(path, extension, content);
    if (fault !== null) return { diagnostics: [fault], written: [] };
  }
  const { value: project, diagnostics } = await readProject(options);
  if (project === undefined) return { diagnostics, written: [] };
  const plans = recordsOf(project.dossier, "plans");
  const wanted = options.plan ?? planOf(project.dossier, options.date) ?? plans.at(-1)?.id;
  const plan = plans.find(({ id }) => id === wanted);
  if (plan === undefined) return { diagnostics: [noPlan(wanted, plans)], written: [] };
  const files: [string, Uint8Array][] = [];
  if (xlsx !== undefined) files.push([xlsx, await writeWorkbook([planSheet(project, plan), registerSheet(project)])]);
  if (ics !== undefined) files.push([ics, new TextEncoder().encode(planCalendar(project, plan))]);
  const written: string[] = [];
  for (const [path, bytes] of files) {
    try {
      await replaceFile(path, bytes);
    } catch (error) {
      return { diagnostics: [unwritable(path, error)], written };
    }
    written.push(path);
  }
  return { diagnostics: [], written };
}

/** Why a path is refused, or null. Links in the way of the file count: the folder it would really land in is compared. Code TRC9104. */
async function targetFault(path: string, extension: string, content: string): Promise<Diagnostic | null> {
  const option = `--${extension.slice(1)}`;
  const refused = (ru: string, en: string): Diagnostic =>
    raise(FINDINGS.TRC9104, {
      message: text(`В файл «${path}» не выгрузить: ${ru}`, `Nothing is exported into “${path}”: ${en}`),
      hints: text(
        `Назовите файл вне папки «${content}»: ${option} план${extension}`,
        `Name a file outside the folder “${content}”: ${option} plan${extension}`,
      ),
    });
  if (extname(path).toLowerCase() !== extension)
    return refused(`имя должно кончаться на ${extension}`, `the name has to end in ${extension}`);
  return (await isWithin(content, dirname(path)))
    ? refused("он лежит в папке записей", "it lies in the folder of records")
    : null;
}
