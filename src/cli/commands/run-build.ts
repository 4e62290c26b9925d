import { relative } from "node:path";
import { defaultTemplates, type UpdateReport, updateSet } from "../../build/index.ts";
import { defaultCacheFolder, folderStore } from "../../cache/index.ts";
import { hasErrors, type Reporter, reportGithub, reportJson, reportPretty } from "../../diagnostics/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { progressLine } from "../progress.ts";
import { summary } from "../summary.ts";

export type BuildCommandOptions = {
  readonly content?: readonly string[];
  readonly templates?: string;
  readonly out?: string;
  readonly edition?: "original" | "public";
  readonly only?: readonly string[];
  readonly format?: readonly ("docx" | "pdf")[];
  readonly reporter: "pretty" | "json" | "github";
  readonly quiet?: boolean;
  readonly write?: boolean;
  readonly cache?: boolean;
  readonly cacheDir?: string;
  readonly draft?: boolean;
};

/** `trc build` and `trc check`: runs the build room and prints its report. Resolves to the exit code. */
export async function buildCommand(options: BuildCommandOptions, streams: Streams): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const progress = progressLine(streams.stderr, options.quiet === true || options.reporter !== "pretty");
  try {
    const report = await updateSet({
      content: options.content ?? ["content"],
      templates: options.templates ?? defaultTemplates(),
      out: options.write === true ? (options.out ?? defaultOut(options)) : null,
      draft: options.draft === true,
      only: options.only ?? [],
      edition: options.edition ?? "original",
      formats: options.format ?? ["docx", "pdf"],
      cache: options.cache === false ? null : folderStore(options.cacheDir ?? defaultCacheFolder()),
      signal: interrupt.signal,
      onProgress: progress.show,
    });
    progress.clear();
    print(report, options, streams);
    return hasErrors(report.diagnostics) ? EXIT.findings : EXIT.done;
  } catch (error) {
    progress.clear();
    if (!interrupt.signal.aborted) throw error;
    streams.stderr.write("Прервано. Папка вывода осталась прежней.\n");
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

const REPORTERS: { readonly [name in BuildCommandOptions["reporter"]]: Reporter } = {
  pretty: reportPretty,
  json: reportJson,
  github: reportGithub,
};

/** The pretty report is talk (stderr); a machine's report is data (stdout). */
function print(report: UpdateReport, options: BuildCommandOptions, streams: Streams): void {
  const stream = options.reporter === "pretty" ? streams.stderr : streams.stdout;
  const diagnostics = options.quiet
    ? report.diagnostics.filter((diagnostic) => diagnostic.severity === "error")
    : report.diagnostics;
  stream.write(
    REPORTERS[options.reporter]({
      diagnostics,
      sources: report.sourceOf,
      colour: options.reporter === "pretty" && streams.stderr.isTTY === true && process.env["NO_COLOR"] === undefined,
    }),
  );
  if (options.quiet || options.reporter !== "pretty") return;
  const shown = (path: string | null): string | null => (path === null ? null : relative(process.cwd(), path) || ".");
  streams.stdout.write(summary(report, shown(report.out), shown(report.redactionLog)));
}
