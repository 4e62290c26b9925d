import { existsSync } from "node:fs";
import { type Examination, examine, writeSchemas } from "../../desk/day/index.ts";
import { defaultTemplates, readProject } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { today } from "../today.ts";

export type DoctorCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly out: string;
  readonly refreshSchemas?: boolean;
  readonly json?: boolean;
};

const MARKS: { readonly [state in Examination["state"]]: string } = {
  good: "хорошо",
  advice: "совет",
  fault: "ОШИБКА",
};

/** `trc doctor`: prints what was looked at; exit code 1 when something stops the work. */
export async function doctorCommand(options: DoctorCommandOptions, streams: Streams): Promise<number> {
  const templates = options.templates ?? defaultTemplates();
  if (options.refreshSchemas === true && existsSync(options.content)) {
    const { value: project } = await readProject({ content: options.content, templates });
    if (project !== undefined) await writeSchemas(options.content, project.schemas);
  }
  const found = await examine({
    content: options.content,
    templates,
    out: options.out,
    date: today(),
    nodeVersion: process.version,
  });
  const faults = found.filter(({ state }) => state === "fault").length;
  if (options.json === true) streams.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else {
    const lines = found.flatMap(({ name, state, found: what, remedy }) => [
      `  ${MARKS[state].padEnd(7)} ${name}: ${what}`,
      ...(remedy === null ? [] : [`          ${remedy}`]),
    ]);
    lines.push(
      "",
      faults === 0
        ? "Всё необходимое на месте."
        : `Мешает работе: ${faults}. Исправьте и запустите trc doctor ещё раз.`,
    );
    streams.stdout.write(`${lines.join("\n")}\n`);
  }
  return faults === 0 ? EXIT.done : EXIT.findings;
}
