import { hasErrors, text } from "../../base/diagnostics/index.ts";
import { approvalState, ROLES, type Role, signOff } from "../../office/approvals/index.ts";
import { approvalsTable } from "../approvals-table.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";
import { withSigner } from "../with-signer.ts";
import type { SignerFlags } from "./signer-options.ts";

/** Options of `trc sign-off`, as they are typed. */
export type SignOffCommandOptions = SignerFlags & {
  readonly as?: string;
  readonly role?: readonly string[];
  readonly date?: string;
  readonly content: string;
  readonly templates?: string;
  readonly json?: boolean;
};

/** `trc sign-off`: records approvals, or shows their state when nobody is named. Resolves to the exit code. */
export async function signOffCommand(
  documents: readonly string[],
  options: SignOffCommandOptions,
  output: Output,
): Promise<number> {
  const wrong = (options.role ?? []).find((role) => !(ROLES as readonly string[]).includes(role));
  if (wrong !== undefined) {
    const list = ROLES.join(", ");
    output.tell(text(`Нет роли «${wrong}». Бывают: ${list}.`, `There is no role "${wrong}". There are: ${list}.`));
    return EXIT.usage;
  }
  const { as: person, content, templates } = options;
  if (person === undefined) return showState({ content, templates, documents }, options.json === true, output);
  return withSigner(options, output, async (signer) => {
    const report = await signOff({
      content,
      templates,
      documents,
      person,
      roles: (options.role ?? []) as Role[],
      date: options.date ?? today(),
      signer,
    });
    output.findings(report.diagnostics, report.sourceOf);
    for (const { document, roles, file } of report.written)
      output.print(
        text(
          `Одобрено: ${document} (${roles.join(", ")}) – ${file}`,
          `Approved: ${document} (${roles.join(", ")}) – ${file}`,
        ),
      );
    return hasErrors(report.diagnostics) ? EXIT.findings : EXIT.done;
  });
}

async function showState(options: Parameters<typeof approvalState>[0], json: boolean, output: Output): Promise<number> {
  const { documents, diagnostics, sourceOf } = await approvalState(options);
  output.findings(diagnostics, sourceOf);
  if (hasErrors(diagnostics)) return EXIT.findings;
  if (json) output.json(documents);
  else output.data(approvalsTable(documents, output));
  return EXIT.done;
}
