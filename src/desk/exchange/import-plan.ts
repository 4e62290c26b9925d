import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, type Outcome, raise, suggest, text } from "../../base/diagnostics/index.ts";
import { type RecordOf, recordsOf, sharedUri } from "../../paperwork/records/index.ts";
import { type Project, readProject } from "../../project/reading/index.ts";
import { completeSchemas, planOf } from "../drafting/index.ts";
import { type Columns, findColumns } from "./columns.ts";
import { FINDINGS } from "./findings.ts";
import { type ImportReport, PlanReader } from "./plan-reader.ts";
import { readTableFile } from "./table-file.ts";

/** Words of cells that a person has put right, by row and number of the column; of a row that is there, a column that is not was emptied. */
type Corrections = { readonly [row: string]: { readonly [column: string]: string } };

/** The table, the plan that takes its rows, and whether records are written. */
export type ImportOptions = {
  readonly content: string;
  /** Folder of kinds; the program's own without it. */
  readonly templates?: string | undefined;
  /** The spreadsheet: xlsx, xls, ods or csv. */
  readonly file: string;
  /** Plan that the activities belong to; the plan of `date`, or the only one, when it is not given. */
  readonly plan?: string;
  /** ISO. */
  readonly date: string;
  /** What a cell is to say instead: by the number of its row and the heading of its column. */
  readonly corrections?: Corrections;
  /** Makes the records; without it nothing is written. */
  readonly write?: boolean;
};

/**
 * `trc import`: reads a work plan out of the spreadsheet that the school has. Every text of the table ends in a record, in a comment of one,
 * or in the report. Writes only with `write`, and never over a record. Codes TRC0001 (no such file), TRC1004, TRC1015, TRC9101–TRC9103, and those of a folder
 * that cannot be read.
 */
export async function importPlan(options: ImportOptions): Promise<Outcome<ImportReport>> {
  const { value: project, diagnostics } = await readProject(options);
  if (project === undefined) return { diagnostics };
  const plan = planFor(project, options);
  if (plan.value === undefined) return { diagnostics: plan.diagnostics };
  const tables = await readTableFile(options.file);
  if (tables.value === undefined) return { diagnostics: tables.diagnostics };
  const found = tables.value.flatMap((table) => findColumns(table) ?? []).sort((a, b) => known(b) - known(a))[0];
  if (found === undefined) return { diagnostics: [noHeader(options.file)] };
  const reader = new PlanReader(project, plan.value, corrected(found, options.corrections ?? {}));
  const report = reader.read(options.write === true);
  if (options.write) {
    await completeSchemas(project.content, project.schemas, sharedUri("activity"));
    for (const { id, text } of report.activities) {
      const path = join(project.content, "activities", report.plan, `${id}.yaml`);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: "wx" });
    }
  }
  return { value: report, diagnostics: [] };
}

/** The table with the cells as a person has put them right. */
function corrected({ table, fields, header }: Columns, corrections: Corrections): Columns {
  const rows = table.rows.map((row) => {
    const own = corrections[String(row.number)];
    if (own === undefined) return row;
    const cells = row.cells.map((cell, index) => {
      return fields.has(index) ? { ...cell, text: own[String(index)] ?? "" } : cell;
    });
    return { ...row, cells };
  });
  return { table: { ...table, rows }, fields, header };
}

function known({ fields }: Columns): number {
  return [...fields.values()].filter(({ field }) => field !== null).length;
}

function planFor({ dossier }: Project, { plan, date }: ImportOptions): Outcome<RecordOf<"plans">> {
  const plans = recordsOf(dossier, "plans");
  const id = plan ?? planOf(dossier, date) ?? (plans.length === 1 ? plans[0]?.id : undefined);
  const value = plans.find((one) => one.id === id);
  return value === undefined ? { diagnostics: [noPlan(id, plans)] } : { value, diagnostics: [] };
}

function noHeader(file: string): Diagnostic {
  return raise(FINDINGS.TRC9103, {
    message: text(`В файле «${file}» не найдена шапка плана`, `No heading of a plan was found in the file "${file}"`),
  });
}

/** There is no plan of the name, or no saying which is meant. Code TRC9102. */
export function noPlan(wanted: string | undefined, plans: readonly { readonly id: string }[]): Diagnostic {
  const ids = plans.map(({ id }) => id);
  const [meant = ids.join(" | ")] = wanted === undefined ? [] : suggest(wanted, ids);
  return raise(FINDINGS.TRC9102, {
    message:
      wanted === undefined
        ? text("Не понять, какой план нужен", "It is not clear which plan is meant")
        : text(`Плана «${wanted}» нет в папке plans`, `There is no plan "${wanted}" in the folder plans`),
    hints:
      ids.length === 0
        ? text("Сначала начните план: trc new work-plan", "First begin a plan: trc new work-plan")
        : text(`Назовите план: --plan ${meant}`, `Name the plan: --plan ${meant}`),
  });
}
