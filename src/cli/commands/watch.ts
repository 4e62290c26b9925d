import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { CACHE, CONTENTS, FOLDER, FORMAT, ONLY, TEMPLATES } from "../options.ts";
import type { WatchCommandOptions } from "./run-watch.ts";

/** `trc watch`: builds at every change. */
export const WATCH: CommandSpec<WatchCommandOptions> = {
  name: "watch",
  says: text(
    "собирать комплект заново при каждом сохранении записи или шаблона",
    "build the set again whenever a record or a template is saved",
  ),
  options: [
    CONTENTS,
    TEMPLATES,
    { flag: "--out", value: FOLDER, says: text("папка вывода", "output folder"), default: "out" },
    ONLY,
    FORMAT,
    ...CACHE,
  ],
  run: async (...call) => (await import("./run-watch.ts")).watchCommand(...call),
};
