import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { newRecord, recordTypes } from "../../desk/day/index.ts";
import { defaultTemplates, readProject } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { printFindings } from "../print-findings.ts";
import { today } from "../today.ts";

export type NewCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly of?: string;
  readonly like?: string;
  readonly set?: readonly (readonly [string, string])[];
  readonly id?: string;
  readonly date?: string;
  readonly dryRun?: boolean;
};

/** `trc new`: begins a record and says what is left to fill in. */
export async function newCommand(
  type: string | undefined,
  options: NewCommandOptions,
  streams: Streams,
): Promise<number> {
  const project = await readProject({ content: options.content, templates: options.templates ?? defaultTemplates() });
  const complain = (diagnostics: readonly Diagnostic[], sources: (file: string) => string | undefined): number => {
    printFindings(diagnostics, streams, sources);
    return EXIT.findings;
  };
  if (project.value === undefined) return complain(project.diagnostics, () => undefined);
  if (type === undefined) {
    const types = recordTypes(project.value);
    const width = Math.max(...types.map(({ name }) => name.length));
    streams.stdout.write(
      `Виды записей (trc new ВИД):\n${types.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`).join("\n")}\n`,
    );
    return EXIT.done;
  }
  const { content: _content, templates: _templates, date, dryRun, ...rest } = options;
  const made = await newRecord(project.value, { ...rest, type, date: date ?? today(), write: dryRun !== true });
  if (made.value === undefined) return complain(made.diagnostics, project.value.sourceOf);
  const { file, text, gaps, notes } = made.value;
  if (dryRun === true) streams.stdout.write(text);
  streams.stderr.write(`${dryRun === true ? "Будет создан" : "Создан"} файл ${file}\n`);
  for (const note of notes) streams.stderr.write(`  ${note}\n`);
  if (gaps.length === 0) streams.stderr.write("Запись полна. Проверьте текст и соберите комплект: trc build\n");
  else {
    streams.stderr.write(`Осталось заполнить (${gaps.length}):\n`);
    for (const { place, message } of gaps) streams.stderr.write(`  строка ${place?.start.line ?? 1}: ${message}\n`);
    streams.stderr.write("Откройте файл, заполните и проверьте: trc check\n");
  }
  return EXIT.done;
}
