import { type Text, text } from "../../base/diagnostics/index.ts";
import { centreStatus, type DocumentState, type NamedDeadline, type RequiredDocument } from "../../desk/day/index.ts";
import { approvalsSummary } from "../approvals-table.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";

/** Options of `trc status`, as they are typed. */
export type StatusCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly date?: string;
  readonly days: number;
  readonly json?: boolean;
};

const STATES: { readonly [state in DocumentState]: Text } = {
  there: text("есть", "there"),
  planned: text("впереди", "planned"),
  expired: text("истёк", "expired"),
  later: text("ещё не нужен", "not due yet"),
  missing: text("НЕТ", "MISSING"),
};

/** `trc status`: prints what the set has, lacks and must do next. */
export async function statusCommand(
  _operands: readonly string[],
  { json = false, ...options }: StatusCommandOptions,
  output: Output,
): Promise<number> {
  const { value: report, diagnostics } = await centreStatus({
    ...options,
    date: options.date ?? today(),
    approvals: !json,
  });
  output.findings(diagnostics);
  if (report === undefined) return EXIT.findings;
  if (json) {
    output.json(report);
    return EXIT.done;
  }
  const { say, day } = output;
  const { date, schoolYear, documents, overdue, coming, notes, approvals } = report;
  output.print(
    text(
      `Комплект на ${day(date)}, ${schoolYear} учебный год\n\nДокументы раздела 6 Положения`,
      `The set on ${day(date)}, school year ${schoolYear}\n\nDocuments of section 6 of the regulation`,
    ),
  );
  for (const document of documents) output.data(documentLines(document, output));
  const block = (title: Text, lines: readonly string[]): void => {
    output.print(text(`\n${title.ru}`, `\n${title.en}`));
    for (const line of lines.length === 0 ? [say(text("ничего", "nothing"))] : lines) output.data(`  ${line}\n`);
  };
  const lines = (list: readonly NamedDeadline[]): string[] => list.map((one) => deadlineLine(one, output));
  block(text("Просрочено", "Overdue"), lines(overdue));
  block(text(`Ближайшие ${options.days} дн.`, `The next ${options.days} days`), lines(coming));
  if (notes.length > 0) block(text("Обратите внимание", "Please note"), notes.map(say));
  block(
    text("Одобрения", "Approvals"),
    approvals == null
      ? [
          say(
            text(
              "комплект не собирается: сначала исправьте ошибки (trc check)",
              "the set does not build: correct the errors first (trc check)",
            ),
          ),
        ]
      : approvalsSummary(approvals, output),
  );
  return EXIT.done;
}

function documentLines(document: RequiredDocument, { say, day }: Output): string {
  const { title, state, number, date, until, due, registered, approvals, hint } = document;
  const dated = date === null ? "" : day(date);
  const last = until === null ? "" : day(until);
  const entered = registered === null ? "" : day(registered);
  const needed = due === null || date !== null ? "" : day(due);
  const which = [
    dated === "" ? "" : text(` от ${dated}`, ` of ${dated}`),
    number === null ? "" : text(` № ${number}`, ` № ${number}`),
    last === "" ? "" : text(`, по ${last}`, `, until ${last}`),
    needed === "" ? "" : text(`, срок ${needed}`, `, due ${needed}`),
    entered !== ""
      ? text(`; в реестре с ${entered}`, `; in the register since ${entered}`)
      : approvals > 0
        ? text(`; одобрений – ${approvals}`, `; approvals: ${approvals}`)
        : "",
  ].map((part) => (typeof part === "string" ? part : say(part)));
  const line = `  ${say(STATES[state]).padEnd(12)}  ${title}${which.join("")}\n`;
  if (hint === null || state === "later") return line;
  return `${line}                ${say(text("создать", "begin it"))}: ${hint}\n`;
}

function deadlineLine({ date, until = date, title, names }: NamedDeadline, { say, day }: Output): string {
  const days = until === date ? day(date) : `${day(date)}–${day(until)}`;
  return `${days.padEnd(21)}  ${say(title)}${names === "" ? "" : ` – ${names}`}`;
}
