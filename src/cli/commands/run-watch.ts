import { hasErrors, text } from "../../base/diagnostics/index.ts";
import type { FormatName } from "../../project/formats/index.ts";
import { type WatchedRun, watchSet } from "../../project/pipeline/index.ts";
import { type CacheFlags, cacheFrom } from "../cache-from.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { untilInterrupted } from "../until-interrupted.ts";

/** Options of `trc watch`, as they are typed. */
export type WatchCommandOptions = CacheFlags & {
  readonly content?: readonly string[];
  readonly templates?: string;
  readonly out: string;
  readonly only?: readonly string[];
  readonly format: readonly FormatName[];
};

/** So many changed files are named in the line of a build. */
const NAMED = 3;

/** `trc watch`: builds at every change until Ctrl+C, a line for each build. Resolves to the exit code. */
export async function watchCommand(
  _operands: readonly string[],
  options: WatchCommandOptions,
  output: Output,
): Promise<number> {
  const interrupt = new AbortController();
  void untilInterrupted().then(() => interrupt.abort());
  await watchSet(
    {
      content: options.content ?? ["content"],
      templates: options.templates,
      out: options.out,
      only: options.only ?? [],
      formats: options.format,
      cache: cacheFrom(options),
      signal: interrupt.signal,
    },
    (run) => {
      const errors = run.report.diagnostics.filter(({ severity }) => severity === "error");
      if (errors.length > 0) output.findings(errors, run.report.sourceOf);
      output.data(`${line(run, options.out, output)}\n`);
    },
    (error) => output.fault(error),
  );
  return EXIT.interrupted;
}

/** `content/orders/2025/91-od-2025.yaml: сделано заново 3 из 41, 180 мс` */
function line({ report, changed, milliseconds }: WatchedRun, out: string, { say }: Output): string {
  const { diagnostics, documents, work } = report;
  const rest = changed.length - NAMED;
  const what = [
    changed.length === 0
      ? say(text("Слежу за изменениями", "Watching for changes"))
      : changed.slice(0, NAMED).join(", "),
    rest > 0 ? say(text(` и ещё ${rest}`, ` and ${rest} more`)) : "",
  ].join("");
  if (hasErrors(diagnostics))
    return `${what}: ${say(text(`ошибки, папка ${out} осталась прежней`, `errors, the folder ${out} is as it was`))}`;
  const found = diagnostics.length;
  const [ru, en] = found === 0 ? ["", ""] : [`, замечаний ${found}`, `, findings ${found}`];
  return `${what}: ${say(
    text(
      `сделано заново ${work.rendered} из ${documents.length}${ru}, ${milliseconds} мс`,
      `made anew ${work.rendered} of ${documents.length}${en}, ${milliseconds} ms`,
    ),
  )}`;
}
