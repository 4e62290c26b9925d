import { hasErrors } from "../../base/diagnostics/index.ts";
import { listArchive, openForReading } from "../../office/archive/index.ts";
import { listRegister, repairRegister } from "../../office/issue/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { printFindings } from "../print-findings.ts";

export type RegisterCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly json?: boolean;
  readonly keep?: readonly string[];
  readonly archive?: string;
  readonly dryRun?: boolean;
  readonly against?: string;
};

/** `trc register list`: the entries by series, and the seals that anchor them. */
export async function listCommand(options: RegisterCommandOptions, streams: Streams): Promise<number> {
  const { entries, heads, diagnostics } = await listRegister(
    options.content,
    options.templates ?? defaultTemplates(),
    options.against ?? null,
  );
  printFindings(diagnostics, streams);
  if (options.json === true) {
    streams.stdout.write(`${JSON.stringify({ entries: entries.map(({ fields }) => fields), heads }, null, 2)}\n`);
    return hasErrors(diagnostics) ? EXIT.findings : EXIT.done;
  }
  for (const { fields } of entries) streams.stdout.write(`${String(fields.entry).padStart(4)}  ${fields.title}\n`);
  for (const { series, entries: count, seal } of heads)
    streams.stdout.write(`Ряд «${series}»: записей – ${count}, печать последней ${seal}\n`);
  if (entries.length === 0) streams.stdout.write("Реестр пуст: документы издаёт команда trc issue\n");
  return hasErrors(diagnostics) ? EXIT.findings : EXIT.done;
}

/** `trc register repair`: mends a fork and tells which documents got another number. */
export async function repairCommand(options: RegisterCommandOptions, streams: Streams): Promise<number> {
  const archive = options.archive ?? "archive";
  const archived = await openForReading(archive, () => listArchive(archive), []);
  if (archived.value === undefined) {
    printFindings(archived.diagnostics, streams);
    return EXIT.findings;
  }
  const report = await repairRegister({
    content: options.content,
    templates: options.templates ?? defaultTemplates(),
    handedOut: [...(options.keep ?? []), ...archived.value.map(({ document }) => document)],
    dryRun: options.dryRun === true,
  });
  printFindings(report.diagnostics, streams);
  if (options.json === true) streams.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    if (report.completed) streams.stdout.write("Прерванная запись завершена.\n");
    for (const { title, from, to, entry } of report.repaired)
      streams.stdout.write(
        to === null
          ? `${title}: место в реестре теперь ${entry}, номер прежний\n`
          : `${title}: номер ${from} заменён на ${to}, место в реестре ${entry}; одобрения этого документа нужно получить снова\n`,
      );
    if (hasErrors(report.diagnostics)) streams.stdout.write("Реестр не изменён.\n");
    else if (report.repaired.length === 0) streams.stdout.write("Чинить нечего: реестр цел.\n");
    else if (options.dryRun === true) streams.stdout.write("Ничего не записано (--dry-run).\n");
  }
  return hasErrors(report.diagnostics) ? EXIT.findings : EXIT.done;
}
