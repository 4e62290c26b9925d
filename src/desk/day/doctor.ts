import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { calendarOf } from "../../paperwork/facts/index.ts";
import { readProgram, readProject, SCHEMAS_FOLDER } from "../../project/reading/index.ts";
import { loadFonts } from "../../typesetting/fonts/index.ts";
import { publicSchemas } from "./public-schemas.ts";

/** One thing that was looked at; `fault` stops the work, `advice` does not. */
export type Examination = {
  readonly name: string;
  readonly state: "good" | "advice" | "fault";
  readonly found: string;
  /** The way out. */
  readonly remedy: string | null;
};

export type DoctorOptions = {
  readonly content: string;
  readonly templates: string;
  readonly out: string;
  readonly date: string;
  readonly nodeVersion: string;
  /** Runs a program and gives its first line; null when it is not there. Tests give their own. */
  readonly ask?: (program: string, argv: readonly string[]) => Promise<string | null>;
};

/** Looks at everything the work stands on. Changes nothing: the trial file in the output folder is removed. */
export async function examine(options: DoctorOptions): Promise<readonly Examination[]> {
  const ask = options.ask ?? askProgram;
  return [
    await program(),
    node(options.nodeVersion),
    fonts(),
    ...(await folders(options)),
    await output(options.out),
    await schemas(options),
    await git(options.content, ask),
    await optional(
      ask,
      "LibreOffice",
      ["soffice", "libreoffice"],
      ["--version"],
      "Нужен только чтобы открыть DOCX на этом компьютере; подойдёт и Word",
    ),
    await optional(ask, "OpenSSL", ["openssl"], ["version"], "Нужен только для проверки подписей вне программы"),
  ];
}

/** Names the program, for a letter to those who keep it: version, commit where it is known, digest of all that runs. */
async function program(): Promise<Examination> {
  const { version, commit, digest } = await readProgram();
  const named = [`trc ${version}`, ...(commit === null ? [] : [`коммит ${commit}`]), `SHA-256 ${digest}`];
  return { name: "Программа", state: "good", found: named.join(", "), remedy: null };
}

function node(version: string): Examination {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const good = major > 20 || (major === 20 && minor >= 12);
  return good
    ? { name: "Node.js", state: "good", found: version, remedy: null }
    : {
        name: "Node.js",
        state: "fault",
        found: version,
        remedy: "Нужен Node.js 20.12 или новее: поставьте выпуск LTS с сайта nodejs.org",
      };
}

function fonts(): Examination {
  try {
    loadFonts();
    return { name: "Шрифты", state: "good", found: "на месте, вкладываются в PDF", remedy: null };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { name: "Шрифты", state: "fault", found, remedy: "Поставьте программу заново" };
  }
}

async function folders({ content, templates, date }: DoctorOptions): Promise<Examination[]> {
  const project = await readProject({ content, templates });
  if (project.value === undefined) {
    const remedies = project.diagnostics.flatMap(({ hints }) => hints);
    return project.diagnostics.map(({ message }) => ({
      name: "Папки",
      state: "fault" as const,
      found: message.ru,
      remedy: message.ru.includes(content)
        ? "Создайте центр: trc init, или назовите папку: --content ПАПКА"
        : (remedies[0]?.ru ?? null),
    }));
  }
  const { files, kinds, findings, dossier } = project.value;
  const year = Number(date.slice(0, 4));
  return [
    findings.length === 0
      ? { name: "Записи", state: "good", found: `${content}: ${files.length}, ошибок чтения нет`, remedy: null }
      : {
          name: "Записи",
          state: "fault",
          found: `${content}: ошибок – ${findings.length}`,
          remedy: "Посмотрите их: trc check",
        },
    { name: "Виды документов", state: "good", found: `${templates}: ${kinds.kinds.length}`, remedy: null },
    calendarOf(dossier).knows(year)
      ? { name: "Рабочий календарь", state: "good", found: `на ${year} год есть`, remedy: null }
      : {
          name: "Рабочий календарь",
          state: "advice",
          found: `на ${year} год нет`,
          remedy: `Создайте его: trc new calendar --set year=${year}`,
        },
  ];
}

/** Can the output folder be written: a trial file beside or in it. */
async function output(out: string): Promise<Examination> {
  const folder = await nearest(resolve(out));
  const trial = join(folder, `.trc-trial-${process.pid}`);
  try {
    await access(folder, constants.W_OK);
    await mkdir(folder, { recursive: true });
    await writeFile(trial, "");
    await rm(trial);
    return { name: "Папка вывода", state: "good", found: `${out}: можно записывать`, remedy: null };
  } catch {
    return {
      name: "Папка вывода",
      state: "fault",
      found: `${out}: нельзя записывать`,
      remedy: "Проверьте права на папку, закройте файлы из неё или назовите другую: --out ПАПКА",
    };
  }
}

async function nearest(folder: string): Promise<string> {
  try {
    await access(folder);
    return folder;
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : nearest(parent);
  }
}

/** A content folder that carries its own schemas must carry those of this program. */
async function schemas({ content, templates }: DoctorOptions): Promise<Examination> {
  const name = "Схемы для редактора";
  const own = join(content, SCHEMAS_FOLDER);
  try {
    await access(own);
  } catch {
    return { name, state: "good", found: "берутся из папки программы", remedy: null };
  }
  const stale: string[] = [];
  const project = await readProject({ content, templates });
  const ours = project.value === undefined ? [] : publicSchemas(project.value.schemas);
  for (const [file, text] of ours)
    if ((await readFile(join(own, file), "utf8").catch(() => null)) !== text) stale.push(file);
  return stale.length === 0
    ? { name, state: "good", found: `${own}: те же, что у программы`, remedy: null }
    : {
        name,
        state: "advice",
        found: `${own}: устарели – ${stale.length}`,
        remedy: "Обновите их: trc doctor --refresh-schemas",
      };
}

async function git(content: string, ask: NonNullable<DoctorOptions["ask"]>): Promise<Examination> {
  const name = "История изменений (git)";
  if ((await ask("git", ["--version"])) === null)
    return {
      name,
      state: "advice",
      found: "git не установлен",
      remedy: "Поставьте git, чтобы видеть, кто и что изменил; без него сборка тоже работает",
    };
  const inside = await ask("git", ["-C", content, "rev-parse", "--is-inside-work-tree"]);
  if (inside !== "true")
    return {
      name,
      state: "advice",
      found: `папка ${content} не под git`,
      remedy: `Начните историю: git init, git add ${content}, git commit`,
    };
  const changed = await ask("git", ["-C", content, "status", "--porcelain", "."]);
  return changed === null || changed === ""
    ? { name, state: "good", found: "все изменения записаны", remedy: null }
    : { name, state: "advice", found: "есть незаписанные изменения", remedy: "Запишите их: git add и git commit" };
}

async function optional(
  ask: NonNullable<DoctorOptions["ask"]>,
  name: string,
  programs: readonly string[],
  argv: readonly string[],
  remedy: string,
): Promise<Examination> {
  for (const program of programs) {
    const found = await ask(program, argv);
    if (found !== null) return { name, state: "good", found, remedy: null };
  }
  return { name, state: "advice", found: "не найден (не обязателен)", remedy };
}

async function askProgram(program: string, argv: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(program, [...argv], { timeout: 10_000 });
    return stdout.trim().split("\n")[0] ?? "";
  } catch {
    return null;
  }
}
