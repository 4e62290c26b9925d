import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { CONTENT, collect, DRY_RUN, FILE, FOLDER, JSON_REPORT, TEMPLATES } from "../options.ts";
import type { RegisterCommandOptions } from "./run-register.ts";

const SHARED = [CONTENT, TEMPLATES, JSON_REPORT];

const LIST: CommandSpec<RegisterCommandOptions> = {
  name: "list",
  says: text("показать записи по рядам и последние печати", "show the entries by series and the newest seals"),
  options: [
    ...SHARED,
    {
      flag: "--against",
      value: FILE,
      says: text(
        "сверить с печатями прежнего дня: register-heads.txt, manifest.json, list --json",
        "compare with the seals of an earlier day: register-heads.txt, manifest.json, list --json",
      ),
    },
  ],
  run: async (...call) => (await import("./run-register.ts")).listCommand(...call),
};

const REPAIR: CommandSpec<RegisterCommandOptions> = {
  name: "repair",
  says: text(
    "починить реестр, если документы издали одновременно на двух ветках",
    "repair the register when documents were issued on two branches at the same time",
  ),
  options: [
    ...SHARED,
    {
      flag: "--keep",
      value: text("<документ>", "<document>"),
      says: text(
        "этот документ подписан или роздан, его номер не менять; можно повторять",
        "this document is signed or handed out, its number stays; may be repeated",
      ),
      parse: collect,
    },
    {
      flag: "--archive",
      value: FOLDER,
      says: text(
        "папка архива: принятые в него документы тоже не перенумеровываются",
        "archive folder: documents taken into it keep their numbers as well",
      ),
      default: "archive",
    },
    DRY_RUN,
  ],
  run: async (...call) => (await import("./run-register.ts")).repairCommand(...call),
};

/** `trc register`: lists the register, repairs a fork of it. */
export const REGISTER: CommandSpec = {
  name: "register",
  says: text("реестр изданных документов: показать, починить", "the register of issued documents: show it, repair it"),
  commands: [LIST, REPAIR],
};
