import { relative } from "node:path";
import { hasErrors, text } from "../../base/diagnostics/index.ts";
import { FORMAT_NAMES, type FormatName } from "../../project/formats/index.ts";
import type { CheckReport, Shard, UpdateReport } from "../../project/pipeline/index.ts";
import { cacheFrom, type SharedFlags, sharedFrom } from "../cache-from.ts";
import { command, type ValuesOf, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { interruptible } from "../interruptible.ts";
import { keepersBeside } from "../keepers.ts";
import {
  BUDGET,
  CACHE,
  CONTENTS,
  day,
  FILE,
  FOLDER,
  FORMAT,
  ONLY,
  REPORTERS,
  reporters,
  SHARED_CACHE,
  streamOf,
  TEMPLATES,
  WORKERS,
} from "../options.ts";
import type { Output } from "../output.ts";
import { printReports } from "../print-reports.ts";
import { progressLine } from "../progress.ts";
import { shardNumber } from "../shard.ts";
import { summary } from "../summary.ts";

const SHARED = {
  content: CONTENTS,
  templates: TEMPLATES,
  only: ONLY,
  edition: {
    ...text(
      "original – подлинник, public – публичная редакция без персональных данных",
      "original, or public: the edition without personal data",
    ),
    value: text("<редакция>", "<edition>"),
    choices: ["original", "public"],
    default: "original",
  },
  ...CACHE,
  reporter: {
    ...text(
      `вид отчёта: ${REPORTERS.join(", ")}; можно повторять, каждый в свой файл: --reporter pretty --reporter sarif:out.sarif`,
      `kind of report: ${REPORTERS.join(", ")}; may be repeated, each into its file: --reporter pretty --reporter sarif:out.sarif`,
    ),
    value: text("<вид[:файл]>", "<kind[:file]>"),
    parse: reporters,
  },
  budget: BUDGET,
  workers: WORKERS,
  quiet: text("только ошибки, без сводки", "errors only, no summary"),
} as const;

/** `trc build`: makes the set. */
export const BUILD = command({
  name: "build",
  ...text(
    "проверить записи и собрать весь комплект в папку вывода",
    "check the records and build the whole set into the output folder",
  ),
  options: {
    ...SHARED,
    out: {
      ...text(
        "папка вывода (по умолчанию out, у публичной редакции out-public, у черновика out-draft)",
        "output folder (out by default, out-public for the public edition, out-draft for a draft)",
      ),
      value: FOLDER,
    },
    draft: text(
      "черновик: собрать и с неподтверждёнными формами слов, выделив их",
      "draft: build with unconfirmed forms of words as well, and mark them",
    ),
    format: FORMAT,
    ...SHARED_CACHE,
    shard: {
      ...text(
        "собрать только часть центров, для trc merge: 3/8; auto – номер и число частей из окружения (Slurm, GitLab, AWS Batch), auto/8 – только номер (Kubernetes)",
        "build a part of the centres only, for trc merge: 3/8; auto takes number and total from the environment (Slurm, GitLab, AWS Batch), auto/8 the number (Kubernetes)",
      ),
      value: text("<часть>", "<shard>"),
      parse: (word: string) => shardNumber(word),
    },
    costs: {
      ...text(
        "опись прошлой сборки (out/manifest.json): части делятся поровну по её страницам, а не по числу записей",
        "manifest of an earlier run (out/manifest.json): shards are balanced by its pages, not by the number of records",
      ),
      value: FILE,
      needs: "shard",
    },
  },
  // A draft and the public edition never take the place of the set itself.
  run: async (_operands, { shard, costs, ...options }, output) => {
    const out =
      options.out ?? (options.draft === true ? "out-draft" : options.edition === "public" ? "out-public" : "out");
    if (shard === undefined) return runSet(out, options, output);
    if (options.edition === "public" || options.only !== undefined)
      throw new WrongUsage(
        text(
          "По частям собирается весь подлинник: без --edition public и без --only.",
          "Shards are built of the whole original: without --edition public and without --only.",
        ),
      );
    const { shardFolder } = await import("../../project/output/index.ts");
    return runSet(shardFolder(out, shard), { ...options, shard: { ...shard, costs } }, output);
  },
});

/** `trc check`: does all that a build does but writing, and corrects what is asked for. */
export const CHECK = command({
  name: "check",
  ...text("проверить записи и шаблоны, не собирая документов", "check the records and templates, make no document"),
  options: {
    ...SHARED,
    fix: text(
      "исправить в записях то, что исправляется без потери смысла",
      "correct in the records what can be corrected without a change of sense",
    ),
    today: day("считать документы позднее этого дня ошибкой", "documents dated later than this day are errors"),
  },
  run: (_operands, options, output) => runSet(null, options, output),
});

type Options = ValuesOf<typeof SHARED> &
  SharedFlags & {
    readonly format?: readonly FormatName[];
    readonly draft?: boolean;
    readonly fix?: boolean;
    readonly shard?: Shard;
    readonly today?: string;
  };

async function runSet(out: string | null, options: Options, output: Output): Promise<number> {
  const { checkSet, updateSet } = await import("../../project/pipeline/index.ts");
  const {
    content = ["content"],
    only = [],
    format: formats = FORMAT_NAMES,
    reporter: reports = [{ name: "pretty", file: null }],
    quiet = false,
  } = options;
  const talks = reports.every(({ name, file }) => file !== null || streamOf(name) === "stderr");
  const progress = progressLine(output.stderr, quiet || !talks);
  const shared = await sharedFrom(options);
  if (shared.value === undefined) {
    output.findings(shared.diagnostics);
    return EXIT.findings;
  }
  const common = { cache: cacheFrom(options), shared: shared.value };
  return interruptible(
    async (signal) => {
      const keepers = await keepersBeside(content, out);
      const given = forSet(options);
      const set = { ...given, ...common, keepers, content, only, signal, onProgress: progress.show };
      const made: Promise<UpdateReport & Partial<CheckReport>> =
        out === null ? checkSet(set) : updateSet({ ...set, out, formats });
      const report = await made.finally(progress.clear);
      for (const { file, changes } of report.corrected ?? [])
        output.printBeside(text(`Исправлено в ${file}: ${changes}`, `Corrected in ${file}: ${changes}`));
      const { waived, sourceOf: sources } = report;
      const errors = report.diagnostics.filter(({ severity }) => severity === "error");
      const shown = quiet ? { diagnostics: errors, waived: [] } : { diagnostics: report.diagnostics, waived };
      const written = await printReports({ ...shown, sources, reports }, output);
      if (!quiet && talks) output.print(...summary(report, shownPath(report.out), shownPath(report.redactionLog)));
      return hasErrors(report.diagnostics) || !written ? EXIT.findings : EXIT.done;
    },
    () => {
      output.printBeside(
        text("Прервано. Папка вывода осталась прежней.", "Interrupted. The output folder is as it was."),
      );
      return EXIT.interrupted;
    },
  );
}

/** What the set is made by, without what only says where it is kept and how it is told. */
function forSet(options: Options) {
  const {
    sharedCache: _place,
    sharedKey: _key,
    cacheDir: _folder,
    quiet: _quiet,
    reporter: _reports,
    ...rest
  } = options;
  const { format: _formats, cache: _cache, ...given } = rest;
  return given;
}

function shownPath(path: string | null): string | null {
  return path === null ? null : relative(process.cwd(), path) || ".";
}
