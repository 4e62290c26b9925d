import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { type Diagnostic, type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { readGiven } from "../../base/storage/index.ts";
import { readChecked } from "../../base/yaml/index.ts";
import { FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import {
  dayFaults,
  missingFile,
  packageRoot,
  readProject,
  SCHEMAS_FOLDER,
  unreadableFile,
} from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";
import { writeSchemas } from "./public-schemas.ts";
import { type Answers, starterContext } from "./starter-context.ts";
import { starterFiles } from "./starter-files.ts";

/** Where a centre begins, and the answers about it. */
export type InitOptions = {
  /** Folder of the new records. */
  readonly folder: string;
  readonly answers: Answers;
  /** The day to begin from, ISO. */
  readonly date: string;
};

/** Files of the new centre, as written or as they would be. */
export type InitReport = {
  readonly folder: string;
  readonly files: readonly string[];
  /** What the check has to say of the new records. */
  readonly findings: readonly Diagnostic[];
  /** Text of a file that the findings are in. */
  readonly sourceOf: (file: string) => string | undefined;
  readonly notes: readonly Text[];
};

/** The JSON Schema of the answers: the questions are asked by it and a file of answers is checked against it. */
export const ANSWERS_SCHEMA = FILE_SCHEMAS.answers;

/** A file of answers to begin with, YAML: a fictional centre. Its comments are in the language, the answers are Russian. */
export function sampleAnswers(language: "ru" | "en" = "ru"): string {
  return readFileSync(join(packageRoot(), "templates/starter/answers.yaml"), "utf8").replace(
    /^ *# (ru|en): .*\n/gm,
    (line, of: string) => (of === language ? line.replace(`${of}: `, "") : ""),
  );
}

/** Writes a file of answers to begin with, in UTF-8 whatever the shell would make of what is printed; never over a file. Code TRC9004. */
export async function saveSampleAnswers(path: string, language: "ru" | "en"): Promise<readonly Diagnostic[]> {
  try {
    await writeFile(path, sampleAnswers(language), { flag: "wx" });
    return [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const message = text(
      `Файл ${path} уже есть, он не тронут`,
      `The file ${path} is there already and was not touched`,
    );
    const hint = text(
      "Назовите другой файл: trc init --save-answers ФАЙЛ",
      "Name another file: trc init --save-answers FILE",
    );
    return [raise(FINDINGS.TRC9004, { message, hints: [hint] })];
  }
}

/**
 * Reads a file of answers for {@link initCentre}; every fault has its place. Writes nothing. Code TRC0001: there is no such file; codes of
 * YAML and of schemas.
 */
export async function readAnswers(path: string): Promise<
  Outcome<Answers> & {
    /** Text of a file that a finding names. */
    readonly sourceOf: (file: string) => string | undefined;
  }
> {
  // No more is read than it takes to see that the file is too large.
  const bytes = await readGiven(path, MOST_OF_ANSWERS).catch((error: unknown) => error);
  if (!(bytes instanceof Uint8Array)) return { diagnostics: [unread(path, bytes)], sourceOf: () => undefined };
  const sourceOf = (): string => new TextDecoder().decode(bytes);
  return { ...readChecked<Answers>({ path, bytes }, ANSWERS_SCHEMA), sourceOf };
}

/** A file of answers is as large as a record at most. */
const MOST_OF_ANSWERS = 1_000_000;

function unread(file: string, error: unknown): Diagnostic {
  return (error as NodeJS.ErrnoException).code === "ENOENT" ? noFile(file) : unreadableFile(file, error);
}

function noFile(file: string): Diagnostic {
  return missingFile(
    text(`Файл ответов «${file}» не найден`, `The file of answers "${file}" is not found`),
    text("Образец: trc init --save-answers ответы.yaml", "A sample of it: trc init --save-answers answers.yaml"),
  );
}

/**
 * `trc init`: begins a new centre, a content folder with the school, the education authority, the base schools and their people, the regulation, the
 * three orders, the agreements, a plan with its first activities. Writes only into a folder that is empty or not there. Code TRC9004.
 */
export async function initCentre({ folder, answers, date }: InitOptions): Promise<Outcome<InitReport>> {
  const occupied = existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith("."));
  if (occupied) return { diagnostics: [notEmpty(folder)] };
  const wrong = dayFaults({ date });
  if (wrong.length > 0) return { diagnostics: wrong };
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
  if (!existsSync(join(folder, ".gitattributes"))) await writeFile(join(folder, ".gitattributes"), GIT_ATTRIBUTES);
  const project = await readProject({ content: folder, templates });
  if (project.value === undefined) return { diagnostics: project.diagnostics };
  if (own) await writeSchemas(folder, project.value.schemas);
  const { findings, sourceOf } = project.value;
  return {
    value: { folder, files: files.map(({ path }) => path), findings, sourceOf, notes: made.value.notes },
    diagnostics: [],
  };
}

/** Git for Windows would give records other ends of lines, and a sealed entry of the register other bytes. */
const GIT_ATTRIBUTES = "* text=auto eol=lf\n";

function isInside(folder: string, root: string): boolean {
  return `${resolve(folder)}${sep}`.startsWith(`${resolve(root)}${sep}`);
}

function notEmpty(folder: string): Diagnostic {
  return raise(FINDINGS.TRC9004, {
    message: text(`Папка ${folder} не пуста, она не тронута`, `The folder ${folder} is not empty and was not touched`),
    hints: [text("Назовите другую папку: trc init ПАПКА", "Name another folder: trc init FOLDER")],
  });
}
