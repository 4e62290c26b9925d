import { type Outcome, raise } from "../../base/diagnostics/index.ts";
import type { Laid } from "../../project/pipeline/index.ts";
import { FINDINGS } from "./findings.ts";

/**
 * The document that a name means: its id, or the id of a record that has one document of its own (its sheets are named by their full id).
 * What is made for each row of a record (a certificate a person) is issued with the one of all rows, whose words are theirs. Codes TRC8110, TRC8126.
 */
export function chooseDocument(laid: readonly Laid[], name: string): Outcome<Laid> {
  const exact = laid.find(({ rendered }) => rendered.job.id === name);
  if (exact?.rendered.job.row !== undefined) {
    const { kind, record } = exact.rendered.job;
    return { diagnostics: [raise(FINDINGS.TRC8126, { of: [name, `${kind.id}.${record.id}`] })] };
  }
  if (exact !== undefined) return { value: exact, diagnostics: [] };
  const own = laid.filter(
    ({ rendered: { job } }) => job.record.id === name && job.row === undefined && job.kind.source.present === null,
  );
  if (own.length === 1 && own[0] !== undefined) return { value: own[0], diagnostics: [] };
  const ids = (own.length > 0 ? own : laid).map(({ rendered }) => rendered.job.id);
  return { diagnostics: [raise(FINDINGS.TRC8110, { of: [name, own.length > 1, ids.slice(0, 8)] })] };
}
