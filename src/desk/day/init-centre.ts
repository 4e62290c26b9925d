import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { readChecked, type SourceFile } from "../../base/yaml/index.ts";
import { FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import { type Project, packageRoot, readProject, SCHEMAS_FOLDER } from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";
import { writeSchemas } from "./public-schemas.ts";
import { type Answers, starterContext } from "./starter-context.ts";
import { starterFiles } from "./starter-files.ts";

export type InitOptions = {
  /** Folder of the new records. */
  readonly folder: string;
  readonly answers: Answers;
  /** The day to begin from, ISO. */
  readonly date: string;
};

export type InitReport = {
  readonly folder: string;
  readonly files: readonly string[];
  /** The new records as they were read back, with what the check has to say. */
  readonly project: Project;
  readonly notes: readonly string[];
};

/** The JSON Schema of the answers: the questions are asked by it and a file of answers is checked against it. */
export const ANSWERS_SCHEMA = FILE_SCHEMAS.answers;

/** A file of answers to begin with: a fictional centre. */
export function sampleAnswers(): string {
  return readFileSync(join(packageRoot(), "templates/starter/answers.yaml"), "utf8");
}

/** Reads a file of answers; every fault has its place. */
export function readAnswers(source: SourceFile): Outcome<Answers> {
  return readChecked<Answers>(source, ANSWERS_SCHEMA);
}

/**
 * Begins a new centre: a content folder with the school, the committee, the base schools and their people, the regulation, the
 * three orders, the agreements, a plan with its first activities. Writes only into a folder that is empty or not there. Code TRC9004.
 */
export async function initCentre({ folder, answers, date }: InitOptions): Promise<Outcome<InitReport>> {
  const occupied = existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith("."));
  if (occupied) return { diagnostics: [notEmpty(folder)] };
  const made = starterContext(answers, date);
  if (made.value === undefined) return { diagnostics: made.diagnostics };
  const templates = join(packageRoot(), "templates");
  const own = !isInside(folder, packageRoot());
  if (own) await mkdir(join(folder, SCHEMAS_FOLDER), { recursive: true });
  const files = starterFiles({ content: folder, templates }, made.value);
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: "wx" });
  }
  const project = await readProject({ content: folder, templates });
  if (project.value === undefined) return { diagnostics: project.diagnostics };
  if (own) await writeSchemas(folder, project.value.schemas);
  return {
    value: { folder, files: files.map(({ path }) => path), project: project.value, notes: made.value.notes },
    diagnostics: [],
  };
}

function isInside(folder: string, root: string): boolean {
  return `${resolve(folder)}${sep}`.startsWith(`${resolve(root)}${sep}`);
}

function notEmpty(folder: string): Diagnostic {
  return raise(FINDINGS.TRC9004, {
    message: text(`Папка ${folder} не пуста, она не тронута`, `The folder ${folder} is not empty and was not touched`),
    hints: [text("Назовите другую папку: trc init ПАПКА", "Name another folder: trc init FOLDER")],
  });
}
