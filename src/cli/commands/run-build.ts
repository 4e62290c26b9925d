import { relative } from "node:path";
import { defaultCacheFolder, folderStore } from "../../base/cache/index.ts";
import { hasErrors } from "../../base/diagnostics/index.ts";
import { FORMAT_NAMES, type FormatName } from "../../project/formats/index.ts";
import { mendFiles } from "../../project/output/index.ts";
import { type UpdateReport, updateSet } from "../../project/pipeline/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { streamOf, type WantedReport } from "../options.ts";
import { printReports } from "../print-reports.ts";
import { progressLine } from "../progress.ts";
import { summary } from "../summary.ts";

export type BuildCommandOptions = {
  readonly content?: readonly string[];
  readonly templates?: string;
  readonly out?: string;
  readonly edition?: "original" | "public";
  readonly only?: readonly string[];
  readonly format?: readonly FormatName[];
  readonly reporter?: readonly WantedReport[];
  readonly quiet?: boolean;
  readonly write?: boolean;
  readonly fix?: boolean;
  readonly today?: string;
  readonly cache?: boolean;
  readonly cacheDir?: string;
  readonly draft?: boolean;
};

const INTERRUPTED = {
  ru: "Прервано. Папка вывода осталась прежней.\n",
  en: "Interrupted. The output folder is as it was.\n",
} as const;

const PRETTY: readonly WantedReport[] = [{ name: "pretty", file: null }];

/** `trc build` and `trc check`: runs the build room and prints its reports. Resolves to the exit code. */
export async function buildCommand(options: BuildCommandOptions, streams: Streams): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const reports = options.reporter ?? PRETTY;
  const talks = reports.every(({ name, file }) => file !== null || streamOf(name) === "stderr");
  const progress = progressLine(streams.stderr, options.quiet === true || !talks);
  const run = (): Promise<UpdateReport> =>
    updateSet({
      content: options.content ?? ["content"],
      templates: options.templates ?? defaultTemplates(),
      out: options.write === true ? (options.out ?? defaultOut(options)) : null,
      draft: options.draft === true,
      only: options.only ?? [],
      edition: options.edition ?? "original",
      formats: options.format ?? FORMAT_NAMES,
      cache: options.cache === false ? null : folderStore(options.cacheDir ?? defaultCacheFolder()),
      signal: interrupt.signal,
      onProgress: progress.show,
      ...(options.today === undefined ? {} : { today: options.today }),
    });
  try {
    let report = await run();
    if (options.fix === true && (await mend(report, streams))) report = await run();
    progress.clear();
    const written = await print(report, options, reports, talks, streams);
    return hasErrors(report.diagnostics) || !written ? EXIT.findings : EXIT.done;
  } catch (error) {
    progress.clear();
    if (!interrupt.signal.aborted) throw error;
    streams.stderr.write(INTERRUPTED[streams.language ?? "ru"]);
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

/** Makes the safe fixes and tells where. False when there was nothing to mend. */
async function mend({ diagnostics }: UpdateReport, { stderr, language }: Streams): Promise<boolean> {
  const title = language === "en" ? "Mended in" : "Исправлено в";
  const mended = await mendFiles(diagnostics);
  for (const { file, changes } of mended) stderr.write(`${title} ${file}: ${changes}\n`);
  return mended.length > 0;
}

async function print(
  report: UpdateReport,
  options: BuildCommandOptions,
  reports: readonly WantedReport[],
  talks: boolean,
  streams: Streams,
): Promise<boolean> {
  const diagnostics = options.quiet
    ? report.diagnostics.filter((diagnostic) => diagnostic.severity === "error")
    : report.diagnostics;
  const waived = options.quiet ? [] : report.waived;
  const findings = { diagnostics, waived, sources: report.sourceOf, reports, language: streams.language ?? "ru" };
  const written = await printReports(findings, streams);
  if (options.quiet || !talks) return written;
  const shown = (path: string | null): string | null => (path === null ? null : relative(process.cwd(), path) || ".");
  streams.stdout.write(summary(report, shown(report.out), shown(report.redactionLog), streams.language));
  return written;
}
