import { type Diagnostic, hasErrors, raise, suggest, type Text, text } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { digestDocument, documentLines } from "../../paperwork/document/index.ts";
import { type Dossier, findRecord, recordsOf } from "../../paperwork/records/index.ts";
import { type BuildReport, buildSet, type Laid } from "../../project/pipeline/index.ts";
import { dayFaults, type ProjectFolders } from "../../project/reading/index.ts";
import type { Signer } from "../signatures/index.ts";
import { signStatement } from "./approval-signature.ts";
import { FINDINGS } from "./findings.ts";
import { holdersOf, holdsRole, issuerOf, ROLE_NAMES, type Role, rolesOf } from "./roles.ts";
import { dossierOf } from "./state.ts";
import { approvedText, type Statement } from "./statement.ts";
import { type NewApproval, type WrittenApproval, writeApprovals } from "./write-approvals.ts";

/** Which documents are approved, by whom, with which signer. */
export type SignOffOptions = ProjectFolders & {
  /** Kinds, documents or records; empty means every document that waits for this person. */
  readonly documents: readonly string[];
  /** Id of the person's record. */
  readonly person: string;
  /** Only in these roles; empty means every role the person holds. */
  readonly roles: readonly Role[];
  /** Day of the approval, ISO. */
  readonly date: string;
  /** Signs each statement; null leaves the approvals without a signature. */
  readonly signer: Signer | null;
};

/** Approvals written, or findings; each stands in `approvals/` of the content folder. */
export type SignOffReport = {
  readonly diagnostics: readonly Diagnostic[];
  readonly written: readonly WrittenApproval[];
  readonly sourceOf: BuildReport["sourceOf"];
};

/**
 * Records that a person approves the words of documents as they are now. Nothing is written when the documents have errors or any of them is
 * not theirs to approve. Codes TRC7001, TRC7002, TRC7004–TRC7006 and those of the build.
 */
export async function signOff(options: SignOffOptions): Promise<SignOffReport> {
  const { content, templates, documents } = options;
  const wrong = dayFaults(options);
  if (wrong.length > 0) return { diagnostics: wrong, written: [], sourceOf: () => undefined };
  const report = await buildSet({
    content: [content],
    templates,
    out: null,
    only: documents,
    asArguments: true,
    formats: [],
  });
  const stop = (...found: Diagnostic[]): SignOffReport => ({
    diagnostics: [...report.diagnostics, ...found],
    written: [],
    sourceOf: report.sourceOf,
  });
  const centre = report.laid[0]?.centre;
  if (hasErrors(report.diagnostics) || centre === undefined) return stop();
  const dossier = dossierOf(report.inputs, centre);
  if (findRecord(dossier, "people", options.person) === undefined) return stop(unknownPerson(options.person, dossier));
  const claims = report.laid.map((laid) => ({ laid, roles: rolesFor(laid, dossier, options) }));
  // The rows of a record that is named are approved with the document of all; one that is named itself is not.
  const isAsked = ({ rendered: { job } }: Laid): boolean => job.row === undefined || documents.includes(job.id);
  const refused = claims.filter(({ laid, roles }) => roles.length === 0 && isAsked(laid));
  if (documents.length > 0 && refused.length > 0)
    return stop(...refused.map(({ laid }) => notTheirs(laid, dossier, options)));
  const mine = claims.filter(({ roles }) => roles.length > 0);
  if (mine.length === 0) return stop(raise(FINDINGS.TRC7005, { of: [options.person] }));
  const approvals: NewApproval[] = [];
  for (const { laid, roles } of mine) {
    const text = approvedText(documentLines(laid.rendered.model));
    const statement: Statement = {
      document: laid.rendered.job.id,
      person: options.person,
      roles,
      date: options.date,
      digest: digestDocument(laid.rendered.model),
      words: sha256(text),
    };
    const signed = options.signer === null ? { value: null } : await signStatement(statement, options.signer, dossier);
    if (signed.value === undefined) return stop(...signed.diagnostics);
    approvals.push({ statement, text, signature: signed.value });
  }
  const written = await writeApprovals(options, approvals);
  if (written.value === undefined) return stop(...written.diagnostics);
  return { diagnostics: report.diagnostics, written: written.value, sourceOf: report.sourceOf };
}

/** Roles in which the person approves the document: those it needs, they hold and were asked for. */
function rolesFor({ rendered: { job } }: Laid, dossier: Dossier, { person, roles, date }: SignOffOptions): Role[] {
  const issuer = issuerOf(job.record, job.kind.author);
  return rolesOf(job).filter(
    (role) => (roles.length === 0 || roles.includes(role)) && holdsRole(person, role, { dossier, issuer, date }),
  );
}

function unknownPerson(person: string, dossier: Dossier): Diagnostic {
  const ids = recordsOf(dossier, "people").map(({ id }) => id);
  const near = suggest(person, ids).join(", ");
  const there = ids.slice(0, 12).join(", ");
  return raise(FINDINGS.TRC7001, {
    of: [person],
    hints:
      near === ""
        ? text(`Есть: ${there}`, `There are: ${there}`)
        : text(`Возможно, имелось в виду: ${near}`, `Perhaps you meant: ${near}`),
    actual: person,
  });
}

function notTheirs({ rendered: { job } }: Laid, dossier: Dossier, { person, date }: SignOffOptions): Diagnostic {
  const issuer = issuerOf(job.record, job.kind.author);
  const holders = rolesOf(job).map((role) => {
    const people = holdersOf(role, { dossier, issuer, date }).join(", ");
    return text(
      `${ROLE_NAMES[role].ru} (${role}): ${people || "никто не указан"}`,
      `${role}: ${people || "nobody is named"}`,
    );
  });
  const listed = (of: keyof Text): string => holders.map((one) => one[of]).join("; ");
  return raise(FINDINGS.TRC7002, {
    of: [person, job.id, date],
    why:
      holders.length === 0
        ? text("Этот вид документа одобрения не требует", "This kind of document needs no approval")
        : text(`Одобряют – ${listed("ru")}`, `Those who approve – ${listed("en")}`),
    ...(job.row !== undefined && {
      hints: text(
        `Документы строк одобряют вместе с общим: ${job.kind.id}.${job.record.id}`,
        `What is made for rows is approved with the document of all: ${job.kind.id}.${job.record.id}`,
      ),
    }),
    place: job.record.placeOf(""),
  });
}
