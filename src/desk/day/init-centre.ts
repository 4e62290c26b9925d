import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { readYaml, type SourceFile, validateAgainst } from "../../base/yaml/index.ts";
import { type Project, packageRoot, readProject } from "../../project/reading/index.ts";
import answersSchema from "./answers-schema.json" with { type: "json" };
import { FINDINGS } from "./findings.ts";
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
export const ANSWERS_SCHEMA = answersSchema;

/** A file of answers to begin with: a fictional centre. */
export function sampleAnswers(): string {
  return readFileSync(join(packageRoot(), "templates/starter/answers.yaml"), "utf8");
}

/** Reads a file of answers; every fault has its place. */
export function readAnswers(source: SourceFile): Outcome<Answers> {
  const yaml = readYaml(source);
  if (yaml.value === undefined) return { diagnostics: yaml.diagnostics };
  const diagnostics = [...yaml.diagnostics, ...validateAgainst(answersSchema)(yaml.value)];
  return diagnostics.length > 0 ? { diagnostics } : { value: yaml.value.data as unknown as Answers, diagnostics };
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
  const own = isInside(folder, packageRoot()) ? null : join(folder, ".schemas");
  const files = starterFiles(folder, own ?? packageRoot(), made.value);
  if (own !== null) await copySchemas(own);
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: "wx" });
  }
  const project = await readProject({ content: folder, templates: join(packageRoot(), "templates") });
  if (project.value === undefined) return { diagnostics: project.diagnostics };
  return {
    value: { folder, files: files.map(({ path }) => path), project: project.value, notes: made.value.notes },
    diagnostics: [],
  };
}

/** A content folder that lies elsewhere carries its own copy of the schemas, so that an editor finds them wherever the folder goes. */
export async function copySchemas(target: string): Promise<void> {
  for (const name of schemaFiles()) {
    await mkdir(dirname(join(target, name)), { recursive: true });
    await cp(join(packageRoot(), name), join(target, name));
  }
}

/** Every schema that a record may name, by path inside the program's folder. */
export function schemaFiles(): string[] {
  const root = packageRoot();
  const shared = readdirSync(join(root, "schemas")).filter((name) => name.endsWith(".json"));
  const kinds = readdirSync(join(root, "templates")).filter((name) =>
    existsSync(join(root, "templates", name, "schema.json")),
  );
  return [...shared.map((name) => `schemas/${name}`), ...kinds.map((name) => `templates/${name}/schema.json`)].sort();
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
