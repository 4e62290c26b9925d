import { issueDocument } from "../../office/issue/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { today } from "../options.ts";
import { printFindings } from "../print-findings.ts";

export type IssueCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly number?: string;
  readonly date?: string;
  readonly registered?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
};

/** `trc issue`: issues one document and says what was written. */
export async function issueCommand(document: string, options: IssueCommandOptions, streams: Streams): Promise<number> {
  const { content, templates, number, date, registered, dryRun, json } = options;
  const report = await issueDocument({
    content,
    templates: templates ?? defaultTemplates(),
    document,
    today: registered ?? today(),
    dryRun: dryRun === true,
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
  });
  const { entry, written, diagnostics } = report;
  printFindings(diagnostics, streams, report.sourceOf);
  if (json === true) {
    streams.stdout.write(
      `${JSON.stringify({ issued: dryRun !== true && entry !== null, entry, written, diagnostics }, null, 2)}\n`,
    );
    return entry === null ? EXIT.findings : EXIT.done;
  }
  if (entry === null) {
    if (!diagnostics.some(({ code }) => code === "TRC8204"))
      streams.stderr.write("Документ не издан, ничего не записано.\n");
    return EXIT.findings;
  }
  const title = `«${entry.title}»`;
  streams.stdout.write(
    dryRun === true
      ? `Можно издать: ${title}. Будут записаны: ${written.join(", ")}\n`
      : `Издан: ${title}.\nЗаписано: ${written.join(", ")}\nСлова документа теперь заморожены; изменить его можно только новым документом.\n`,
  );
  return EXIT.done;
}
