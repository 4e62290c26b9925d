import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, type Outcome, raise, suggest, text } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { anyRecordsOf, type ContentRecord, sharedUri } from "../../paperwork/records/index.ts";
import { missingFile, type Project, readProject } from "../../project/reading/index.ts";
import { completeSchemas, planOf } from "../day/index.ts";
import { type Columns, findColumns } from "./columns.ts";
import { FINDINGS } from "./findings.ts";
import { type ImportReport, PlanReader } from "./plan-reader.ts";
import { readTables, type Table } from "./read-table.ts";

/** The table, the plan that takes its rows, and whether records are written. */
export type ImportOptions = {
  readonly content: string;
  /** Folder of kinds; the program's own without it. */
  readonly templates?: string;
  /** The spreadsheet: xlsx, xls, ods or csv. */
  readonly file: string;
  /** Plan that the activities belong to; the plan of `date`, or the only one, when it is not given. */
  readonly plan?: string;
  /** ISO. */
  readonly date: string;
  /** Makes the records; without it nothing is written. */
  readonly write?: boolean;
};

/**
 * `trc import`: reads a work plan out of the spreadsheet that the school has. Every text of the table ends in a record, in a comment of one,
 * or in the report. Writes only with `write`, and never over a record. Codes TRC0001 (no such file), TRC9101–TRC9103, and those of a folder
 * that cannot be read.
 */
export async function importPlan(options: ImportOptions): Promise<Outcome<ImportReport>> {
  const { value: project, diagnostics } = await readProject(options);
  if (project === undefined) return { diagnostics };
  const bytes = await readFile(options.file).catch(() => null);
  if (bytes === null)
    return {
      diagnostics: [
        missingFile(
          text(`Файл «${options.file}» не найден`, `The file "${options.file}" is not found`),
          text(
            "Проверьте имя файла; имя с пробелами возьмите в кавычки",
            "Check the name of the file; a name with spaces stands in quotes",
          ),
        ),
      ],
    };
  const plan = planFor(project, options);
  if (plan.value === undefined) return { diagnostics: plan.diagnostics };
  const tables = await readTables(options.file, bytes);
  if (tables.value === undefined) return { diagnostics: tables.diagnostics };
  const found = tables.value
    .map((table) => ({ table, columns: findColumns(table) }))
    .filter((one): one is { table: Table; columns: Columns } => one.columns !== null)
    .sort((a, b) => known(b.columns) - known(a.columns))[0];
  if (found === undefined) return { diagnostics: [noHeader(options.file)] };
  const reader = new PlanReader(project, plan.value, found.table, found.columns);
  const report = reader.read(options.write === true);
  if (options.write) await completeSchemas(project.content, project.schemas, sharedUri("activity"));
  if (options.write) for (const { file, text } of report.activities) await put(project, file, text);
  return { value: report, diagnostics: [] };
}

function known({ fields }: Columns): number {
  return [...fields.values()].filter(({ field }) => field !== null).length;
}

async function put(project: Project, file: string, text: string): Promise<void> {
  const path = join(project.content, file.slice(posixPath(project.content).length + 1));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: "wx" });
}

function planFor(project: Project, { plan, date }: ImportOptions): Outcome<ContentRecord> {
  const plans = anyRecordsOf(project.dossier, "plans");
  const ids = plans.map((one) => one.id);
  const id = plan ?? planOf(project.dossier, date) ?? (ids.length === 1 ? ids[0] : undefined);
  const found = plans.find((one) => one.id === id);
  if (found !== undefined) return { value: found, diagnostics: [] };
  const near = id === undefined ? [] : suggest(id, ids);
  const named = (or: string): string => near[0] ?? ids.join(` ${or} --plan `);
  const hint =
    ids.length === 0
      ? text("Сначала начните план: trc new work-plan", "First begin a plan: trc new work-plan")
      : text(`Назовите план: --plan ${named("или")}`, `Name the plan: --plan ${named("or")}`);
  return {
    diagnostics: [
      raise(FINDINGS.TRC9102, {
        message:
          id === undefined
            ? text("Не понять, в какой план занести мероприятия", "It is not clear which plan the activities belong to")
            : text(`Плана «${id}» нет в папке plans`, `There is no plan "${id}" in the folder plans`),
        hints: [hint],
      }),
    ],
  };
}

function noHeader(file: string): Diagnostic {
  return raise(FINDINGS.TRC9103, {
    message: text(`В файле «${file}» не найдена шапка плана`, `No heading of a plan was found in the file "${file}"`),
  });
}

/** The plan that was to be exported is not there. Code TRC9102. */
export function noPlan(wanted: string, known: readonly string[]): Diagnostic {
  const ids = known.join(", ");
  return raise(FINDINGS.TRC9102, {
    message: text(`Плана «${wanted}» нет в папке plans`, `There is no plan "${wanted}" in the folder plans`),
    hints: [
      known.length === 0
        ? text("Начните план: trc new work-plan", "Begin a plan: trc new work-plan")
        : text(`Есть: ${ids}`, `There are: ${ids}`),
    ],
  });
}
