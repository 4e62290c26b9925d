import { hasErrors } from "../../base/diagnostics/index.ts";
import { type Role, signOff, signOffState } from "../../office/approvals/index.ts";
import { openSigner, SignerFault } from "../../office/signatures/index.ts";
import { buildSet } from "../../project/pipeline/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import { printApprovals } from "../approvals-table.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { today } from "../options.ts";
import { printFindings } from "../print-findings.ts";
import { type SignerFlags, signerFrom } from "./signer-options.ts";

export type SignOffCommandOptions = SignerFlags & {
  readonly as?: string;
  readonly role?: readonly string[];
  readonly date?: string;
  readonly content: string;
  readonly templates?: string;
  readonly json?: boolean;
};

const ROLES: readonly string[] = ["author", "lawyer", "head", "committee"];

/** `trc sign-off`: records approvals, or shows their state when nobody is named. Resolves to the exit code. */
export async function signOffCommand(
  documents: readonly string[],
  options: SignOffCommandOptions,
  streams: Streams,
): Promise<number> {
  const wrong = (options.role ?? []).find((role) => !ROLES.includes(role));
  if (wrong !== undefined) {
    streams.stderr.write(`Нет роли «${wrong}». Бывают: ${ROLES.join(", ")}.\n`);
    return EXIT.usage;
  }
  if (options.as === undefined) return showState(documents, options, streams);
  try {
    const report = await signOff({
      content: options.content,
      templates: options.templates ?? defaultTemplates(),
      documents,
      person: options.as,
      roles: (options.role ?? []) as Role[],
      date: options.date ?? today(),
      signer: await openSigner(signerFrom(options)),
    });
    printFindings(report.diagnostics, streams, report.sourceOf);
    for (const { document, roles, file } of report.written)
      streams.stdout.write(`Одобрено: ${document} (${roles.join(", ")}) – ${file}\n`);
    return hasErrors(report.diagnostics) ? EXIT.findings : EXIT.done;
  } catch (error) {
    if (!(error instanceof SignerFault)) throw error;
    streams.stderr.write(`Подписать нельзя: ${error.message}\n`);
    return EXIT.findings;
  }
}

async function showState(
  documents: readonly string[],
  options: SignOffCommandOptions,
  streams: Streams,
): Promise<number> {
  const { content } = options;
  const templates = options.templates ?? defaultTemplates();
  const report = await buildSet({ content: [content], templates, out: null, only: documents, formats: [] });
  const state = await signOffState(report);
  printFindings([...report.diagnostics, ...state.diagnostics], streams, report.sourceOf);
  if (hasErrors(report.diagnostics)) return EXIT.findings;
  streams.stdout.write(options.json === true ? `${JSON.stringify(state.documents, null, 2)}\n` : printApprovals(state));
  return EXIT.done;
}
