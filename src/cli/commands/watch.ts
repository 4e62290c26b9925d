import { hasErrors, type Text, text } from "../../base/diagnostics/index.ts";
import type { WatchedRun } from "../../project/pipeline/index.ts";
import { cacheFrom } from "../cache-from.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { interruptible } from "../interruptible.ts";
import { BUDGET, CACHE, CONTENTS, FORMAT, ONLY, OUT, TEMPLATES } from "../options.ts";
import { joined } from "../output.ts";

/** `trc watch`: builds at every change until Ctrl+C, a line for each build. */
export const WATCH = command({
  name: "watch",
  ...text(
    "собирать комплект заново при каждом сохранении записи или шаблона",
    "build the set again whenever a record or a template is saved",
  ),
  options: { content: CONTENTS, templates: TEMPLATES, out: OUT, only: ONLY, format: FORMAT, budget: BUDGET, ...CACHE },
  run: async (_operands, options, output) => {
    const { watchSet } = await import("../../project/pipeline/index.ts");
    const { content = ["content"], templates, out, only = [], format: formats, budget } = options;
    const cache = cacheFrom(options);
    const { diagnostics } = await interruptible(
      (signal) =>
        watchSet(
          { content, templates, out, only, formats, cache, signal, budget },
          (run) => {
            const errors = run.report.diagnostics.filter(({ severity }) => severity === "error");
            if (errors.length > 0) output.findings(errors, run.report.sourceOf);
            output.print(runLine(run, out));
          },
          (error) => output.fault(error),
        ),
      () => ({ diagnostics: [] }),
    );
    return diagnostics.length > 0 ? { diagnostics } : EXIT.interrupted;
  },
});

/** So many changed files are named in the line of a build. */
const NAMED = 3;

/** `content/orders/2025/91-od-2025.yaml: сделано заново 3 из 41, 180 мс` */
function runLine({ report, changed, milliseconds }: WatchedRun, out: string): Text {
  const { diagnostics, documents, work } = report;
  const rest = changed.length - NAMED;
  const found = diagnostics.length;
  return joined([
    changed.length === 0 ? text("Слежу за изменениями", "Watching for changes") : changed.slice(0, NAMED).join(", "),
    rest > 0 && text(` и ещё ${rest}`, ` and ${rest} more`),
    ": ",
    ...(hasErrors(diagnostics)
      ? [text(`ошибки, папка ${out} осталась прежней`, `errors, the folder ${out} is as it was`)]
      : [
          text(
            `сделано заново ${work.rendered} из ${documents.length}`,
            `made anew ${work.rendered} of ${documents.length}`,
          ),
          found > 0 && text(`, замечаний ${found}`, `, findings ${found}`),
          text(`, ${milliseconds} мс`, `, ${milliseconds} ms`),
        ]),
  ]);
}
