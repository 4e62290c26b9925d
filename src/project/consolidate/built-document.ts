import { type Diagnostic, raise } from "../../base/diagnostics/index.ts";
import { type BuildReport, buildSet, type Laid } from "../pipeline/index.ts";
import { FINDINGS } from "./findings.ts";

/** Which document of which centre. */
export type DocumentWish = {
  readonly content: string;
  /** By default those of the program. */
  readonly templates?: string | undefined;
  /** Id of the document or of its record. */
  readonly document: string;
};

/**
 * Lays one document out; writes nothing. `missing`, code TRC9502, where the set made no such document.
 *
 * @param overlay bytes that stand for files of the centre
 */
export async function builtDocument(
  { content, templates, document }: DocumentWish,
  overlay?: ReadonlyMap<string, Uint8Array>,
): Promise<{
  readonly report: BuildReport;
  readonly errors: readonly Diagnostic[];
  readonly chosen: Laid | undefined;
  readonly missing: Diagnostic;
}> {
  const report = await buildSet({
    content: [content],
    templates,
    out: null,
    only: [document],
    asArguments: true,
    formats: [],
    ...(overlay === undefined ? {} : { overlay }),
  });
  const { laid } = report;
  const own = laid.filter(({ rendered: { job } }) => job.kind.id === job.record.kind);
  const chosen = laid.find(({ rendered: { job } }) => job.id === document) ?? (own.length === 1 ? own[0] : undefined);
  const ids = laid.map(({ rendered }) => rendered.job.id);
  return {
    report,
    errors: report.diagnostics.filter(({ severity }) => severity === "error"),
    chosen,
    missing: raise(FINDINGS.TRC9502, { of: [document, ids] }),
  };
}
