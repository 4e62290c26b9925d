import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import type { DocumentJob } from "../../typesetting/kinds/index.ts";
import type { EditionName } from "../output/index.ts";
import { FINDINGS } from "./findings.ts";

/** Jobs of an edition, and the documents that it leaves out. */
export type EditionJobs = {
  /** Every document of the edition, and those asked for. */
  readonly plan: readonly DocumentJob[];
  readonly jobs: readonly DocumentJob[];
  /** Documents of the set that the edition leaves out. */
  readonly left: readonly DocumentJob[];
  readonly diagnostics: readonly Diagnostic[];
};

/** The documents whose kinds have the edition (`editions` of kind.yaml). TRC6506: none of those asked for has it. */
export function ofEdition(
  edition: EditionName,
  plan: readonly DocumentJob[],
  asked: readonly DocumentJob[],
): EditionJobs {
  const has = ({ kind }: DocumentJob): boolean => kind.editions.includes(edition);
  const jobs = asked.filter(has);
  const result = { plan: plan.filter(has), jobs, left: plan.filter((job) => !has(job)) };
  if (jobs.length > 0 || asked.length === 0) return { ...result, diagnostics: [] };
  const kinds = [...new Set(asked.map(({ kind }) => kind.title))].join(", ");
  return {
    ...result,
    diagnostics: [
      raise(FINDINGS.TRC6506, {
        message: text(
          `В ${edition === "public" ? "публичной редакции" : "подлиннике"} нет ни одного из выбранных документов: ${kinds}`,
          `None of the chosen documents has ${edition === "public" ? "a public edition" : "an original"}: ${kinds}`,
        ),
      }),
    ],
  };
}
