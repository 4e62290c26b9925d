import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { type BuildReport, buildSet } from "../../project/pipeline/index.ts";
import { type DocumentApprovals, signOffState } from "./state.ts";

/** Who approved what, over a whole set. */
export type ApprovalState = {
  /** Findings of the check, and approvals of documents that are not in the set (TRC7003). */
  readonly diagnostics: readonly Diagnostic[];
  readonly documents: readonly DocumentApprovals[];
  /** Text of a file that the findings are in. */
  readonly sourceOf: BuildReport["sourceOf"];
};

/**
 * `trc sign-off` without a person: who approved what, what is void and which words changed, who still must approve, as the records are now.
 * Writes nothing. Codes TRC7003 and those of the build.
 */
export async function approvalState(options: {
  readonly content: string;
  /** Folder of kinds; the program's own without it. */
  readonly templates?: string | undefined;
  /** Kinds, documents or records; all of them without it. */
  readonly documents?: readonly string[];
}): Promise<ApprovalState> {
  const { content, templates, documents: only = [] } = options;
  const report = await buildSet({ content: [content], templates, out: null, only, formats: [] });
  const { documents, diagnostics } = await signOffState(report);
  return { documents, diagnostics: [...report.diagnostics, ...diagnostics], sourceOf: report.sourceOf };
}
