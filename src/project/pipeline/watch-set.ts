import { relative } from "node:path";
import { type Diagnostic, hasErrors } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { defaultTemplates, readSources } from "../reading/index.ts";
import { watchFiles } from "../watch/index.ts";
import type { BuildOptions, UpdateReport } from "./build-options.ts";
import { updateSet } from "./build-set.ts";
import { openSession } from "./open-session.ts";
import type { RunSignal } from "./run-signal.ts";
import { isInterruption } from "./within-time.ts";

/** One build of a watched set. */
export type WatchedRun = {
  readonly report: UpdateReport;
  /** What changed, relative to the working folder; empty for the first build. */
  readonly changed: readonly string[];
  readonly milliseconds: number;
};

/**
 * Builds the set, and builds it again whenever a file of it changes, until the signal is aborted. What has errors leaves the output as it
 * was. A build that is overtaken by a newer change is cut short. A fault of the program in a build is reported and ends nothing.
 * Nothing is watched when a folder is not there at the start, which the answer reports: TRC0001, TRC0003.
 */
export async function watchSet(
  options: Omit<BuildOptions, "session" | "onProgress"> & { readonly signal: RunSignal },
  onRun: (run: WatchedRun) => void,
  onFault: (error: unknown) => void,
): Promise<{ readonly diagnostics: readonly Diagnostic[] }> {
  const { diagnostics } = await readSources(options);
  if (hasErrors(diagnostics)) return { diagnostics };
  const session = await openSession(options.cache ?? null);
  let abort = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const once = async (changed: readonly string[], signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return;
    const started = performance.now();
    try {
      const report = await updateSet({ ...options, session, signal });
      onRun({ report, changed, milliseconds: Math.round(performance.now() - started) });
    } catch (error) {
      if (!signal.aborted && !isInterruption(error)) onFault(error);
    }
  };
  const run = (changed: readonly string[]): void => {
    abort.abort();
    abort = new AbortController();
    const signal = AbortSignal.any([abort.signal, options.signal]);
    running = running.then(() => once(changed, signal));
  };
  const watch = await watchFiles([...options.content, options.templates ?? defaultTemplates()], ({ files }) =>
    run(files.map((file) => posixPath(relative(process.cwd(), file)))),
  );
  run([]);
  await new Promise<void>((ended) => {
    if (options.signal.aborted) ended();
    else options.signal.addEventListener("abort", () => ended(), { once: true });
  });
  await watch.close();
  await running;
  return { diagnostics: [] };
}
