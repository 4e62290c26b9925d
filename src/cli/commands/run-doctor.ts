import { type Text, text } from "../../base/diagnostics/index.ts";
import { type Examination, examine } from "../../desk/day/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";

/** Options of `trc doctor`, as they are typed. */
export type DoctorCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly out: string;
  readonly refreshSchemas?: boolean;
  readonly json?: boolean;
};

const MARKS: { readonly [state in Examination["state"]]: Text } = {
  good: text("хорошо", "good"),
  advice: text("совет", "advice"),
  fault: text("ОШИБКА", "ERROR"),
};

/** `trc doctor`: prints what was looked at; exit code 1 when something stops the work. */
export async function doctorCommand(
  _operands: readonly string[],
  { json, ...options }: DoctorCommandOptions,
  output: Output,
): Promise<number> {
  const found = await examine({ ...options, date: today(), nodeVersion: process.version });
  const faults = found.filter(({ state }) => state === "fault").length;
  const { say } = output;
  if (json === true) output.json(found);
  else {
    for (const { name, state, found: what, remedy } of found) {
      output.data(`  ${say(MARKS[state]).padEnd(7)} ${say(name)}: ${say(what)}\n`);
      if (remedy !== null) output.data(`          ${say(remedy)}\n`);
    }
    output.print(
      faults === 0
        ? text("\nВсё необходимое на месте.", "\nAll that is needed is there.")
        : text(
            `\nМешает работе: ${faults}. Исправьте и запустите trc doctor ещё раз.`,
            `\nIn the way of work: ${faults}. Correct it and run trc doctor again.`,
          ),
    );
  }
  return faults === 0 ? EXIT.done : EXIT.findings;
}
