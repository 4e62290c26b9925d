import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { type ChangedLine, changedLines, digestDocument, documentLines } from "../../paperwork/document/index.ts";
import { anyRecordsOf, type ContentRecord, type Dossier } from "../../paperwork/records/index.ts";
import type { BuildInput, BuildReport, Laid } from "../../project/pipeline/index.ts";
import { type ApprovalSignature, checkApprovalSignature } from "./approval-signature.ts";
import { FINDINGS } from "./findings.ts";
import { holdsRole, issuerOf, type Role } from "./roles.ts";
import { approvedText, digestWords, linesOf, type Statement } from "./statement.ts";

/** One approval of a document as it stands today. */
export type Approval = Statement & {
  /** File of the approval as it is named to the user, and inside its content folder. */
  readonly file: string;
  readonly source: string;
  /**
   * `valid`: the words are those that were approved (`restyled` when something else of the tree has changed since);
   * `void`: see `reason`.
   */
  readonly state: "valid" | "void";
  readonly restyled: boolean;
  /** `words`: other words now; `edited`: the approval itself was edited; `role`: not theirs to approve; `signature`: it does not fit. */
  readonly reason: "words" | "edited" | "role" | "signature" | null;
  /** What changed since, when the words did. */
  readonly changes: readonly ChangedLine[];
  readonly signature: ApprovalSignature | null;
};

/** Who approved a document and who still must. */
export type DocumentApprovals = {
  readonly centre: string;
  readonly document: string;
  readonly title: string;
  readonly required: readonly Role[];
  readonly approvals: readonly Approval[];
  /** Required roles without a valid approval. */
  readonly missing: readonly Role[];
};

/** What is approved, what is void, what is asked for. */
export type SignOffState = {
  readonly documents: readonly DocumentApprovals[];
  /** Approvals of documents that are not in the set (TRC7003). */
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * The state of sign-off of a set that was built or checked: who approved what, what is void, which words changed, who still must approve.
 * A build that was asked for some documents only (`--only`) tells of those.
 */
export async function signOffState(report: BuildReport): Promise<SignOffState> {
  const documents: DocumentApprovals[] = [];
  for (const laid of report.laid) documents.push(await documentState(laid, dossierOf(report.inputs, laid.centre)));
  return { documents, diagnostics: orphans(report) };
}

/** The records a document was made from. @throws Error when the report has no such centre */
export function dossierOf(inputs: readonly BuildInput[], centre: string): Dossier {
  const dossier = inputs.find((input) => input.centre === centre)?.dossier;
  if (dossier === undefined || dossier === null) throw new Error(`no records of ${centre}`);
  return dossier;
}

async function documentState(laid: Laid, dossier: Dossier): Promise<DocumentApprovals> {
  const { job, model } = laid.rendered;
  const now = { digest: digestDocument(model), text: approvedText(documentLines(model)) };
  const issuer = issuerOf(job.record, job.kind.author);
  const approvals: Approval[] = [];
  for (const record of anyRecordsOf(dossier, "approvals"))
    if (record.data.document === job.id) approvals.push(await approvalState(record, now, { dossier, issuer }));
  const required = job.kind.signOff as readonly Role[];
  const given = new Set(approvals.filter(({ state }) => state === "valid").flatMap(({ roles }) => roles));
  return {
    centre: laid.centre,
    document: job.id,
    title: model.meta.title,
    required,
    approvals,
    missing: required.filter((role) => !given.has(role)),
  };
}

async function approvalState(
  record: ContentRecord,
  now: { readonly digest: string; readonly text: string },
  where: { readonly dossier: Dossier; readonly issuer: string },
): Promise<Approval> {
  const data = record.data as unknown as Statement & { readonly text: string; readonly signature?: string };
  const { document, person, roles, date, digest, words, text } = data;
  const statement: Statement = { document, person, roles, date, digest, words };
  const signature =
    data.signature === undefined ? null : await checkApprovalSignature(statement, data.signature, where.dossier);
  const entitled = roles.every((role) => holdsRole(person, role, { ...where, date }));
  const reason = reasonOf({
    edited: digestWords(text) !== words,
    changed: words !== digestWords(now.text),
    entitled,
    signature,
  });
  return {
    ...statement,
    file: record.file,
    source: record.source,
    state: reason === null ? "valid" : "void",
    restyled: reason === null && digest !== now.digest,
    reason,
    changes: reason === "words" ? changedLines(linesOf(text), linesOf(now.text)) : [],
    signature,
  };
}

function reasonOf(found: {
  readonly edited: boolean;
  readonly changed: boolean;
  readonly entitled: boolean;
  readonly signature: ApprovalSignature | null;
}): Approval["reason"] {
  if (found.edited) return "edited";
  if (found.changed) return "words";
  if (!found.entitled) return "role";
  return found.signature?.state === "wrong" ? "signature" : null;
}

/** An approval of a document that no kind makes any more is told, not dropped. A report of some documents cannot know. */
function orphans({ inputs, laid, partial }: BuildReport): Diagnostic[] {
  if (partial) return [];
  const known = new Set(laid.map(({ centre, rendered }) => `${centre}/${rendered.job.id}`));
  return inputs.flatMap(({ centre, dossier }) =>
    (dossier == null ? [] : anyRecordsOf(dossier, "approvals"))
      .filter(({ data }) => !known.has(`${centre}/${data.document}`))
      .map(
        (record): Diagnostic =>
          raise(FINDINGS.TRC7003, {
            message: text(
              `Одобрен документ «${record.data.document}», которого нет в комплекте`,
              `The document “${record.data.document}” is approved but is not in the set`,
            ),
            place: record.placeOf("/document"),
            pointer: "/document",
          }),
      ),
  );
}
