import { hasErrors, text } from "../../base/diagnostics/index.ts";
import { listRegister, repairRegister } from "../../office/issue/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";

/** Options of `trc register`, as they are typed. */
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
export async function listCommand(
  _operands: readonly string[],
  options: RegisterCommandOptions,
  output: Output,
): Promise<number> {
  const { entries, heads, diagnostics } = await listRegister(options.content, options.templates, options.against);
  output.findings(diagnostics);
  if (options.json === true) output.json({ entries: entries.map(({ fields }) => fields), heads });
  else {
    for (const { fields } of entries) output.data(`${String(fields.entry).padStart(4)}  ${fields.title}\n`);
    for (const { series, entries: count, seal } of heads)
      output.print(
        text(
          `Ряд «${series}»: записей – ${count}, печать последней ${seal}`,
          `Series "${series}": entries ${count}, seal of the last ${seal}`,
        ),
      );
    if (entries.length === 0)
      output.print(
        text(
          "Реестр пуст: документы издаёт команда trc issue",
          "The register is empty: documents are issued by trc issue",
        ),
      );
  }
  return hasErrors(diagnostics) ? EXIT.findings : EXIT.done;
}

/** `trc register repair`: repairs a fork and reports which documents got another number. */
export async function repairCommand(
  _operands: readonly string[],
  options: RegisterCommandOptions,
  output: Output,
): Promise<number> {
  const report = await repairRegister({
    content: options.content,
    templates: options.templates,
    handedOut: options.keep ?? [],
    archive: options.archive,
    dryRun: options.dryRun,
  });
  output.findings(report.diagnostics);
  const failed = hasErrors(report.diagnostics);
  if (options.json === true) output.json(report);
  else {
    if (report.completed) output.print(text("Прерванная запись завершена.", "An interrupted writing is completed."));
    for (const { title, from, to, entry } of report.repaired)
      output.print(
        to === null
          ? text(
              `${title}: место в реестре теперь ${entry}, номер прежний`,
              `${title}: its place in the register is now ${entry}, the number is as it was`,
            )
          : text(
              `${title}: номер ${from} заменён на ${to}, место в реестре ${entry}; одобрения этого документа нужно получить снова`,
              `${title}: number ${from} is replaced by ${to}, place in the register ${entry}; the approvals of this document have to be got anew`,
            ),
      );
    if (failed) output.print(text("Реестр не изменён.", "The register is as it was."));
    else if (report.repaired.length === 0)
      output.print(text("Чинить нечего: реестр цел.", "There is nothing to repair: the register is intact."));
    else if (options.dryRun === true)
      output.print(text("Ничего не записано (--dry-run).", "Nothing was written (--dry-run)."));
  }
  return failed ? EXIT.findings : EXIT.done;
}
