import { hasErrors } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import {
  centreStatus,
  type Deadline,
  type DocumentState,
  peopleNames,
  type RequiredDocument,
} from "../../desk/day/index.ts";
import { signOffState } from "../../office/approvals/index.ts";
import { defaultTemplates, readProject } from "../../project/reading/index.ts";
import { approvalsSummary } from "../approvals-table.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { printFindings } from "../print-findings.ts";
import { today } from "../today.ts";

export type StatusCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly date?: string;
  readonly days: number;
  readonly json?: boolean;
};

const STATES: { readonly [state in DocumentState]: string } = {
  there: "есть",
  planned: "впереди",
  expired: "истёк",
  later: "ещё не нужен",
  missing: "НЕТ",
};

/** `trc status`: prints what the set has, lacks and must do next. */
export async function statusCommand(options: StatusCommandOptions, streams: Streams): Promise<number> {
  const project = await readProject({ content: options.content, templates: options.templates ?? defaultTemplates() });
  if (project.value === undefined) {
    printFindings(project.diagnostics, streams);
    return EXIT.findings;
  }
  const read = project.value;
  const report = centreStatus(read, options.date ?? today(), options.days);
  if (options.json === true) {
    streams.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return EXIT.done;
  }
  const lines = [
    `Комплект на ${numericDate(report.date)}, ${report.schoolYear} учебный год`,
    "",
    "Документы раздела 6 Положения",
  ];
  for (const document of report.documents) lines.push(...documentLines(document));
  const block = (title: string, list: readonly Deadline[], empty: string): void => {
    lines.push(
      "",
      title,
      ...(list.length === 0 ? [`  ${empty}`] : list.map((one) => deadlineLine(one, (ids) => peopleNames(read, ids)))),
    );
  };
  block("Просрочено", report.overdue, "ничего");
  block(`Ближайшие ${options.days} дн.`, report.coming, "ничего");
  if (report.notes.length > 0) lines.push("", "Обратите внимание", ...report.notes.map((note) => `  ${note}`));
  lines.push("", "Одобрения", ...(await approvalLines(options)).map((line) => `  ${line}`));
  streams.stdout.write(`${lines.join("\n")}\n`);
  return EXIT.done;
}

/** What of the set is approved, as it would be released now; a set that does not build has no words to approve. */
async function approvalLines({ content, templates }: StatusCommandOptions): Promise<string[]> {
  const { buildSet } = await import("../../project/pipeline/index.ts");
  const report = await buildSet({
    content: [content],
    templates: templates ?? defaultTemplates(),
    out: null,
    only: [],
    formats: [],
  });
  if (hasErrors(report.diagnostics)) return ["комплект не собирается: сначала исправьте ошибки (trc check)"];
  return approvalsSummary(await signOffState(report));
}

function documentLines({
  title,
  state,
  number,
  date,
  until,
  due,
  registered,
  approvals,
  hint,
}: RequiredDocument): string[] {
  const which = [
    date === null ? "" : ` от ${numericDate(date)}`,
    number === null ? "" : ` № ${number}`,
    until === null ? "" : `, по ${numericDate(until)}`,
    due !== null && date === null ? `, срок ${numericDate(due)}` : "",
    registered !== null
      ? `; в реестре с ${numericDate(registered)}`
      : approvals > 0
        ? `; одобрений – ${approvals}`
        : "",
  ].join("");
  return [
    `  ${STATES[state].padEnd(12)}  ${title}${which}`,
    ...(hint === null || state === "later" ? [] : [`                создать: ${hint}`]),
  ];
}

function deadlineLine(
  { date, title, who, ...rest }: Deadline & { readonly until?: string },
  names: (ids: readonly string[]) => string,
): string {
  const until = rest.until === undefined || rest.until === date ? "" : `–${numericDate(rest.until)}`;
  return `  ${`${numericDate(date)}${until}`.padEnd(21)}  ${title}${who.length === 0 ? "" : ` – ${names(who)}`}`;
}
