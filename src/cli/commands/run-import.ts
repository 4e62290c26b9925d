import { readFile } from "node:fs/promises";
import { type Diagnostic, text } from "../../base/diagnostics/index.ts";
import { type ImportReport, importPlan } from "../../desk/exchange/index.ts";
import { defaultTemplates, missingFile, readProject } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { printFindings } from "../print-findings.ts";
import { today } from "../today.ts";

export type ImportCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly plan?: string;
  readonly date?: string;
  readonly write?: boolean;
  readonly json?: boolean;
};

/** `trc import`: shows what becomes of the rows of a table, and makes the records with `--write`. */
export async function importCommand(file: string, options: ImportCommandOptions, streams: Streams): Promise<number> {
  const complain = (diagnostics: readonly Diagnostic[]): number => {
    printFindings(diagnostics, streams);
    return EXIT.findings;
  };
  const project = await readProject({ content: options.content, templates: options.templates ?? defaultTemplates() });
  if (project.value === undefined) return complain(project.diagnostics);
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null)
    return complain([
      missingFile(
        text(`Файл «${file}» не найден`, `The file "${file}" is not found`),
        text(
          "Проверьте имя файла; имя с пробелами возьмите в кавычки",
          "Check the name of the file; a name with spaces stands in quotes",
        ),
      ),
    ]);
  const read = await importPlan(project.value, {
    file,
    bytes,
    date: options.date ?? today(),
    write: options.write === true,
    ...(options.plan === undefined ? {} : { plan: options.plan }),
  });
  if (read.value === undefined) return complain(read.diagnostics);
  streams.stdout.write(options.json === true ? `${JSON.stringify(read.value, null, 2)}\n` : shown(read.value));
  return EXIT.done;
}

function shown(report: ImportReport): string {
  const lines = [`Лист «${report.sheet}», шапка в строке ${report.headerRow}, план ${report.plan}`, "", "Графы"];
  for (const { heading, field } of report.columns)
    lines.push(`  ${heading} → ${field ?? "не узнана, тексты останутся в записях подсказками"}`);
  lines.push("", `Мероприятия (${report.activities.length})`);
  for (const { row, title, file, leftovers } of report.activities) {
    lines.push(`  строка ${row}: ${title}`, `    ${report.written ? "создан" : "будет создан"} ${file}`);
    for (const { column, text, why } of leftovers)
      lines.push(`    ! ${column}: ${text === "" ? "" : `«${text.replace(/\s+/g, " ")}» – `}${why}`);
  }
  if (report.skipped.length > 0) lines.push("", `Пропущено строк: ${report.skipped.length}`);
  for (const { row, text, why } of report.skipped) lines.push(`  строка ${row}: ${text} – ${why}`);
  const open = report.activities.filter(({ leftovers }) => leftovers.length > 0).length;
  lines.push("", `Разобрано полностью: ${report.activities.length - open} из ${report.activities.length}.`);
  lines.push(
    report.written
      ? "Записи созданы. Проверьте их: trc check"
      : "Ничего не записано. Чтобы создать записи, добавьте --write",
  );
  return `${lines.join("\n")}\n`;
}
