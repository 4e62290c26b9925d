import { type Diagnostic, raise } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { type ChangedLine, changedLines, digestDocument, documentLines } from "../../paperwork/document/index.ts";
import { type Dossier, type RecordOf, recordsOf } from "../../paperwork/records/index.ts";
import { type BuildInput, type BuildReport, buildSet, type Laid } from "../../project/pipeline/index.ts";
import type { ProjectFolders } from "../../project/reading/index.ts";
import { type ApprovalSignature, checkApprovalSignature } from "./approval-signature.ts";
import { FINDINGS } from "./findings.ts";
import { holdsRole, issuerOf, type Role, rolesOf } from "./roles.ts";
import { approvedText, linesOf, type Statement } from "./statement.ts";

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

/** Who approved what, over a whole set, with the findings of its build. */
export type ApprovalState = SignOffState & Pick<BuildReport, "sourceOf">;

/**
 * `trc sign-off` without a person: who approved what, what is void and which words changed, who still must approve, as the records are now.
 * Of the kinds, documents or records that are named, else of all. Writes nothing. Codes TRC7003 and those of the build.
 */
export async function approvalState({
  content,
  templates,
  documents: only = [],
}: ProjectFolders & { readonly documents?: readonly string[] }): Promise<ApprovalState> {
  const report = await buildSet({ content: [content], templates, out: null, only, asArguments: true, formats: [] });
  const { documents, diagnostics } = await signOffState(report);
  return { documents, diagnostics: [...report.diagnostics, ...diagnostics], sourceOf: report.sourceOf };
}

/**
 * The state of sign-off of a set that was built or checked: who approved what, what is void, which words changed, who still must approve.
 * A build that was asked for some documents only (`--only`) reports those.
 */
export async function signOffState(report: Pick<BuildReport, "inputs" | "laid" | "partial">): Promise<SignOffState> {
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
  const own = recordsOf(dossier, "approvals").filter(({ data }) => data.document === job.id);
  const approvals: Approval[] = [];
  if (own.length > 0) {
    // The words of a document that nobody has approved yet are not asked for: the page looks at every state of the set.
    const now = { digest: digestDocument(model), text: approvedText(documentLines(model)) };
    const issuer = issuerOf(job.record, job.kind.author);
    for (const record of own) approvals.push(await stateOf(record, now, { dossier, issuer }));
  }
  const given = new Set(approvals.filter(({ state }) => state === "valid").flatMap(({ roles }) => roles));
  return {
    centre: laid.centre,
    document: job.id,
    title: model.meta.title,
    required: rolesOf(job),
    approvals,
    missing: rolesOf(job).filter((role) => !given.has(role)),
  };
}

async function stateOf(
  { file, source, data }: RecordOf<"approvals">,
  now: { readonly digest: string; readonly text: string },
  where: { readonly dossier: Dossier; readonly issuer: string },
): Promise<Approval> {
  const { document = "", person = "", roles = [], date = "", digest = "", words = "", text = "" } = data;
  const statement: Statement = { document, person, roles, date, digest, words };
  const signature =
    data.signature === undefined ? null : await checkApprovalSignature(statement, data.signature, where.dossier);
  const voids: readonly (readonly [NonNullable<Approval["reason"]>, boolean])[] = [
    ["edited", sha256(text) !== words],
    ["words", words !== sha256(now.text)],
    ["role", !roles.every((role) => holdsRole(person, role, { ...where, date }))],
    ["signature", signature?.state === "wrong"],
  ];
  const [reason = null] = voids.find(([, is]) => is) ?? [];
  return {
    ...statement,
    file,
    source,
    state: reason === null ? "valid" : "void",
    restyled: reason === null && digest !== now.digest,
    reason,
    changes: reason === "words" ? changedLines(linesOf(text), linesOf(now.text)) : [],
    signature,
  };
}

/** An approval of a document that no kind makes any more is reported, not dropped. A build of some documents cannot know. */
function orphans({ inputs, laid, partial }: Pick<BuildReport, "inputs" | "laid" | "partial">): Diagnostic[] {
  if (partial) return [];
  const known = new Set(laid.map(({ centre, rendered }) => `${centre}/${rendered.job.id}`));
  return inputs.flatMap(({ centre, dossier }) =>
    (dossier == null ? [] : recordsOf(dossier, "approvals"))
      .filter(({ data }) => !known.has(`${centre}/${data.document}`))
      .map(({ data, placeOf }) =>
        raise(FINDINGS.TRC7003, {
          of: [data.document ?? ""],
          place: placeOf("/document"),
          pointer: "/document",
        }),
      ),
  );
}
