import { type Text, text } from "../../base/diagnostics/index.ts";
import type { Examination } from "../../desk/status/index.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { OUT, PROJECT } from "../options.ts";
import { joined } from "../output.ts";
import { today } from "../today.ts";

/** `trc doctor`: whether the machine and the project are in order; exit code 1 when something stops the work. */
export const DOCTOR = command({
  name: "doctor",
  ...text(
    "проверить, что для работы всё на месте, и сказать, как исправить",
    "check that all that the work needs is there, and say how to correct what is not",
  ),
  options: {
    ...PROJECT,
    out: OUT,
    refreshSchemas: text(
      "обновить схемы для редактора в папке записей",
      "renew the schemas for editors in the folder of records",
    ),
  },
  run: async (_operands, options) => {
    const { examine } = await import("../../desk/status/index.ts");
    const found = await examine({ ...options, date: today(), nodeVersion: process.version });
    const faults = found.filter(({ state }) => state === "fault").length;
    return {
      json: found,
      lines: [
        ...found.flatMap(({ name, state, found: what, remedy }) => [
          joined(["  ", MARKS[state], " ", name, ": ", what]),
          remedy !== null && joined(["          ", remedy]),
        ]),
        faults === 0
          ? text("\nВсё необходимое на месте.", "\nAll that is needed is there.")
          : text(
              `\nМешает работе: ${faults}. Исправьте и запустите trc doctor ещё раз.`,
              `\nIn the way of work: ${faults}. Correct it and run trc doctor again.`,
            ),
      ],
      code: faults === 0 ? EXIT.done : EXIT.findings,
    };
  },
});

const MARKS: { readonly [state in Examination["state"]]: Text } = {
  good: text("хорошо ", "good   "),
  advice: text("совет  ", "advice "),
  fault: text("ОШИБКА ", "ERROR  "),
};
