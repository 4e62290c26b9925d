import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { isRestricted } from "../../paperwork/facts/index.ts";
import type { DocumentJob } from "../../typesetting/kinds/index.ts";
import { restrictedDocument } from "../editions/index.ts";
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

/**
 * The documents whose kinds have the edition (`editions` of kind.yaml); the public one has none whose record has a mark of restricted access.
 * None of those asked for is in it: TRC6509 for each that its mark keeps out, else TRC6506.
 */
export function ofEdition(
  edition: EditionName,
  plan: readonly DocumentJob[],
  asked: readonly DocumentJob[],
): EditionJobs {
  const offers = ({ kind }: DocumentJob): boolean => kind.editions.includes(edition);
  const kept = ({ record }: DocumentJob): boolean => edition === "public" && isRestricted(record);
  const has = (job: DocumentJob): boolean => offers(job) && !kept(job);
  const jobs = asked.filter(has);
  const result = { plan: plan.filter(has), jobs, left: plan.filter((job) => !has(job)) };
  if (jobs.length > 0 || asked.length === 0) return { ...result, diagnostics: [] };
  const marked = asked.filter((job) => offers(job) && kept(job));
  if (marked.length > 0)
    return {
      ...result,
      diagnostics: marked.map(({ id, record }) => restrictedDocument(id, record.placeOf("/restriction"))),
    };
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
