import { relative } from "node:path";
import { hasErrors, text } from "../../base/diagnostics/index.ts";
import { FORMAT_NAMES, type FormatName } from "../../project/formats/index.ts";
import { type CheckReport, checkSet, type UpdateReport, updateSet } from "../../project/pipeline/index.ts";
import { type CacheFlags, cacheFrom } from "../cache-from.ts";
import { EXIT } from "../exit-codes.ts";
import { streamOf, type WantedReport } from "../options.ts";
import type { Output } from "../output.ts";
import { printReports } from "../print-reports.ts";
import { progressLine } from "../progress.ts";
import { summary } from "../summary.ts";

/** Options of `trc build` and `trc check`, as they are typed. */
export type BuildCommandOptions = CacheFlags & {
  readonly content?: readonly string[];
  readonly templates?: string;
  readonly out?: string;
  readonly edition?: "original" | "public";
  readonly only?: readonly string[];
  readonly format?: readonly FormatName[];
  readonly reporter?: readonly WantedReport[];
  readonly quiet?: boolean;
  readonly fix?: boolean;
  readonly today?: string;
  readonly draft?: boolean;
};

const PRETTY: readonly WantedReport[] = [{ name: "pretty", file: null }];

/** `trc build`: builds the set and prints its reports. Resolves to the exit code. */
export function buildCommand(
  _operands: readonly string[],
  options: BuildCommandOptions,
  output: Output,
): Promise<number> {
  return runSet(options.out ?? defaultOut(options), options, output);
}

/** `trc check`: checks the set, corrects what is asked for, and prints its reports. Resolves to the exit code. */
export function checkCommand(
  _operands: readonly string[],
  options: BuildCommandOptions,
  output: Output,
): Promise<number> {
  return runSet(null, options, output);
}

async function runSet(out: string | null, options: BuildCommandOptions, output: Output): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const reports = options.reporter ?? PRETTY;
  const talks = reports.every(({ name, file }) => file !== null || streamOf(name) === "stderr");
  const progress = progressLine(output.stderr, options.quiet === true || !talks);
  const set = {
    content: options.content ?? ["content"],
    templates: options.templates,
    draft: options.draft === true,
    only: options.only ?? [],
    edition: options.edition ?? "original",
    cache: cacheFrom(options),
    signal: interrupt.signal,
    onProgress: progress.show,
    ...(options.today === undefined ? {} : { today: options.today }),
  };
  try {
    const report: UpdateReport & Partial<CheckReport> =
      out === null
        ? await checkSet({ ...set, fix: options.fix })
        : await updateSet({ ...set, out, formats: options.format ?? FORMAT_NAMES });
    progress.clear();
    for (const { file, changes } of report.corrected ?? [])
      output.tell(text(`Исправлено в ${file}: ${changes}`, `Corrected in ${file}: ${changes}`));
    const written = await print(report, options, reports, talks, output);
    return hasErrors(report.diagnostics) || !written ? EXIT.findings : EXIT.done;
  } catch (error) {
    progress.clear();
    if (!interrupt.signal.aborted) throw error;
    output.tell(text("Прервано. Папка вывода осталась прежней.", "Interrupted. The output folder is as it was."));
    return EXIT.interrupted;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

/** A draft and the public edition never take the place of the set itself. */
function defaultOut({ draft, edition }: BuildCommandOptions): string {
  if (draft === true) return "out-draft";
  return edition === "public" ? "out-public" : "out";
}

async function print(
  report: UpdateReport,
  options: BuildCommandOptions,
  reports: readonly WantedReport[],
  talks: boolean,
  output: Output,
): Promise<boolean> {
  const diagnostics = options.quiet
    ? report.diagnostics.filter((diagnostic) => diagnostic.severity === "error")
    : report.diagnostics;
  const waived = options.quiet ? [] : report.waived;
  const written = await printReports({ diagnostics, waived, sources: report.sourceOf, reports }, output);
  if (options.quiet || !talks) return written;
  const shown = (path: string | null): string | null => (path === null ? null : relative(process.cwd(), path) || ".");
  output.data(summary(report, shown(report.out), shown(report.redactionLog), output));
  return written;
}
