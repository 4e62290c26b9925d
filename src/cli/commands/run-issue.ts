import { text } from "../../base/diagnostics/index.ts";
import { issueDocument } from "../../office/issue/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";

/** Options of `trc issue`, as they are typed. */
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
export async function issueCommand(
  [document = ""]: readonly string[],
  options: IssueCommandOptions,
  output: Output,
): Promise<number> {
  const { content, templates, number, date, registered, json } = options;
  const dryRun = options.dryRun === true;
  const report = await issueDocument({
    content,
    templates,
    document,
    today: registered ?? today(),
    dryRun,
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
  });
  const { entry, written, diagnostics } = report;
  output.findings(diagnostics, report.sourceOf);
  if (json === true) output.json({ issued: !dryRun && entry !== null, entry, written, diagnostics });
  else if (entry === null) {
    if (!diagnostics.some(({ code }) => code === "TRC8204"))
      output.tell(text("Документ не издан, ничего не записано.", "The document was not issued, nothing was written."));
  } else {
    const files = written.join(", ");
    output.print(
      dryRun
        ? text(
            `Можно издать: «${entry.title}». Будут записаны: ${files}`,
            `May be issued: "${entry.title}". To be written: ${files}`,
          )
        : text(
            `Издан: «${entry.title}».\nЗаписано: ${files}\nСлова документа теперь заморожены; изменить его можно только новым документом.`,
            `Issued: "${entry.title}".\nWritten: ${files}\nThe words of the document are frozen now; only a new document can change it.`,
          ),
    );
  }
  return entry === null ? EXIT.findings : EXIT.done;
}
