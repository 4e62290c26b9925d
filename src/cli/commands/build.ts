import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec, OptionSpec } from "../command.ts";
import { CACHE, CONTENTS, dayOption, FOLDER, FORMAT, ONLY, REPORTERS, reporters, TEMPLATES } from "../options.ts";
import type { BuildCommandOptions } from "./run-build.ts";

const SHARED: readonly OptionSpec[] = [
  CONTENTS,
  TEMPLATES,
  ONLY,
  {
    flag: "--edition",
    value: text("<редакция>", "<edition>"),
    says: text(
      "original – подлинник, public – публичная редакция без персональных данных",
      "original, or public: the edition without personal data",
    ),
    choices: ["original", "public"],
    default: "original",
  },
  ...CACHE,
  {
    flag: "--reporter",
    value: text("<вид[:файл]>", "<kind[:file]>"),
    says: text(
      `вид отчёта: ${REPORTERS.join(", ")}; можно повторять, каждый в свой файл: --reporter pretty --reporter sarif:out.sarif`,
      `kind of report: ${REPORTERS.join(", ")}; may be repeated, each into its file: --reporter pretty --reporter sarif:out.sarif`,
    ),
    parse: reporters,
  },
  { flag: "--quiet", says: text("только ошибки, без сводки", "errors only, no summary") },
];

/** `trc build`: makes the set. */
export const BUILD: CommandSpec<BuildCommandOptions> = {
  name: "build",
  says: text(
    "проверить записи и собрать весь комплект в папку вывода",
    "check the records and build the whole set into the output folder",
  ),
  options: [
    ...SHARED,
    {
      flag: "--out",
      value: FOLDER,
      says: text(
        "папка вывода (по умолчанию out, у публичной редакции out-public, у черновика out-draft)",
        "output folder (out by default, out-public for the public edition, out-draft for a draft)",
      ),
    },
    {
      flag: "--draft",
      says: text(
        "черновик: собрать и с неподтверждёнными формами слов, выделив их",
        "draft: build with unconfirmed forms of words as well, and mark them",
      ),
    },
    FORMAT,
  ],
  run: async (...call) => (await import("./run-build.ts")).buildCommand(...call),
};

/** `trc check`: does all that a build does but writing. */
export const CHECK: CommandSpec<BuildCommandOptions> = {
  name: "check",
  says: text("проверить записи и шаблоны, ничего не записывая", "check the records and templates, write nothing"),
  options: [
    ...SHARED,
    {
      flag: "--fix",
      says: text(
        "исправить в записях то, что исправляется без потери смысла",
        "correct in the records what can be corrected without a change of sense",
      ),
    },
    dayOption(
      "считать документы позднее этого дня ошибкой",
      "documents dated later than this day are errors",
      "--today",
    ),
  ],
  run: async (...call) => (await import("./run-build.ts")).checkCommand(...call),
};
