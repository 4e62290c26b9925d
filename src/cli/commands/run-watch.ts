import { defaultCacheFolder, folderStore } from "../../base/cache/index.ts";
import { hasErrors } from "../../base/diagnostics/index.ts";
import type { FormatName } from "../../project/formats/index.ts";
import { type WatchedRun, watchSet } from "../../project/pipeline/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { printFindings } from "../print-findings.ts";
import { untilInterrupted } from "../until-interrupted.ts";

export type WatchCommandOptions = {
  readonly content?: readonly string[];
  readonly templates?: string;
  readonly out: string;
  readonly only?: readonly string[];
  readonly format: readonly FormatName[];
  readonly cache?: boolean;
  readonly cacheDir?: string;
};

/** So many changed files are named in the line of a build. */
const NAMED = 3;

/** `trc watch`: builds at every change until Ctrl+C, a line for each build. Resolves to the exit code. */
export async function watchCommand(options: WatchCommandOptions, streams: Streams): Promise<number> {
  const { stdout, stderr } = streams;
  const interrupt = new AbortController();
  void untilInterrupted().then(() => interrupt.abort());
  await watchSet(
    {
      content: options.content ?? ["content"],
      templates: options.templates ?? defaultTemplates(),
      out: options.out,
      only: options.only ?? [],
      formats: options.format,
      cache: options.cache === false ? null : folderStore(options.cacheDir ?? defaultCacheFolder()),
      signal: interrupt.signal,
    },
    (run) => {
      const errors = run.report.diagnostics.filter(({ severity }) => severity === "error");
      if (errors.length > 0) printFindings(errors, streams, run.report.sourceOf);
      stdout.write(`${line(run, options.out)}\n`);
    },
    (error) => stderr.write(`Сбой программы (код TRC0002): ${String((error as Error).stack ?? error)}\n`),
  );
  return EXIT.interrupted;
}

/** `content/orders/2025/91-od-2025.yaml: сделано заново 3 из 41, 180 мс` */
function line({ report, changed, milliseconds }: WatchedRun, out: string): string {
  const { diagnostics, documents, work } = report;
  const more = changed.length > NAMED ? ` и ещё ${changed.length - NAMED}` : "";
  const what = changed.length === 0 ? "Слежу за изменениями" : `${changed.slice(0, NAMED).join(", ")}${more}`;
  if (hasErrors(diagnostics)) return `${what}: ошибки, папка ${out} осталась прежней`;
  const warnings = diagnostics.length > 0 ? `, замечаний ${diagnostics.length}` : "";
  return `${what}: сделано заново ${work.rendered} из ${documents.length}${warnings}, ${milliseconds} мс`;
}
