import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { CONTENT, FOLDER, JSON_REPORT, TEMPLATES } from "../options.ts";
import type { DoctorCommandOptions } from "./run-doctor.ts";

/** `trc doctor`: whether the machine and the project are in order. */
export const DOCTOR: CommandSpec<DoctorCommandOptions> = {
  name: "doctor",
  says: text(
    "проверить, что для работы всё на месте, и сказать, как исправить",
    "check that all that the work needs is there, and say how to correct what is not",
  ),
  options: [
    CONTENT,
    TEMPLATES,
    { flag: "--out", value: FOLDER, says: text("папка вывода", "output folder"), default: "out" },
    {
      flag: "--refresh-schemas",
      says: text(
        "обновить схемы для редактора в папке записей",
        "renew the schemas for editors in the folder of records",
      ),
    },
    JSON_REPORT,
  ],
  run: async (...call) => (await import("./run-doctor.ts")).doctorCommand(...call),
};
