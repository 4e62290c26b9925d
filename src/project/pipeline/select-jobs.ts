import { type Diagnostic, type Outcome, raise, suggest, text } from "../../base/diagnostics/index.ts";
import type { DocumentJob } from "../../typesetting/kinds/index.ts";
import { FINDINGS } from "./findings.ts";

/** Which documents are asked for. */
export type Selection = {
  readonly only: readonly string[];
  readonly asArguments?: boolean | undefined;
};

/** The jobs that are named by kind, by document id or by record id; all when none is. Code TRC0004. */
export function selectJobs(
  jobs: readonly DocumentJob[],
  { only, asArguments = false }: Selection,
): Outcome<readonly DocumentJob[]> {
  if (only.length === 0) return { value: jobs, diagnostics: [] };
  const answers = (job: DocumentJob, name: string): boolean =>
    job.kind.id === name || job.id === name || job.record.id === name;
  const diagnostics = only
    .filter((name) => !jobs.some((job) => answers(job, name)))
    .map((name) => unknown(name, jobs, asArguments));
  return { value: jobs.filter((job) => only.some((name) => answers(job, name))), diagnostics };
}

function unknown(name: string, jobs: readonly DocumentJob[], asArguments: boolean): Diagnostic {
  const known = [...new Set(jobs.flatMap((job) => [job.kind.id, job.id, job.record.id]))];
  const near = suggest(name, known);
  const kinds = [...new Set(jobs.map(({ kind }) => kind.id))].join(", ");
  const typed = asArguments
    ? text("Аргумент команды", "Argument of the command")
    : text("Ключ --only", "Option --only");
  return raise(FINDINGS.TRC0004, {
    message: text(
      `${typed.ru}: нет ни вида, ни документа «${name}»`,
      `${typed.en}: there is neither a kind nor a document "${name}"`,
    ),
    hints: [
      near.length > 0
        ? text(`Возможно, имелось в виду: ${near.join(", ")}`, `Perhaps: ${near.join(", ")}`)
        : text(`Виды: ${kinds}`, `Kinds: ${kinds}`),
    ],
  });
}
