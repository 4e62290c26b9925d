import { execFile } from "node:child_process";
import { constants, existsSync } from "node:fs";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { calendarOf } from "../../paperwork/facts/index.ts";
import { defaultTemplates, readProgram, readProject, SCHEMAS_FOLDER } from "../../project/reading/index.ts";
import { loadFonts } from "../../typesetting/fonts/index.ts";
import { publicSchemas, writeSchemas } from "./public-schemas.ts";

/** One thing that was looked at; `fault` stops the work, `advice` does not. */
export type Examination = {
  readonly name: Text;
  readonly state: "good" | "advice" | "fault";
  readonly found: Text;
  /** The way out. */
  readonly remedy: Text | null;
};

/** Which centre is examined, and what is renewed in it. */
export type DoctorOptions = {
  readonly content: string;
  /** Folder of kinds; the program's own without it. */
  readonly templates?: string;
  /** Output folder. */
  readonly out: string;
  /** Copies the schemas of the program into the content folder first. */
  readonly refreshSchemas?: boolean;
  readonly date: string;
  readonly nodeVersion: string;
  /** Runs a program and gives its first line; null when it is not there. Tests give their own. */
  readonly ask?: (program: string, argv: readonly string[]) => Promise<string | null>;
};

/**
 * `trc doctor`: looks at everything the work stands on. Writes nothing but, with `refreshSchemas`, the schemas for editors: the trial file
 * in the output folder is removed.
 */
export async function examine(options: DoctorOptions): Promise<readonly Examination[]> {
  if (options.refreshSchemas === true && existsSync(options.content)) {
    const { value: project } = await readProject(options);
    if (project !== undefined) await writeSchemas(options.content, project.schemas);
  }
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
      text(
        "Нужен только чтобы открыть DOCX на этом компьютере; подойдёт и Word",
        "Needed only to open DOCX on this computer; Word will do as well",
      ),
    ),
    await optional(
      ask,
      "OpenSSL",
      ["openssl"],
      ["version"],
      text(
        "Нужен только для проверки подписей вне программы",
        "Needed only to verify signatures outside of the program",
      ),
    ),
  ];
}

/** Names the program, for a letter to those who keep it: version, commit where it is known, digest of all that runs. */
async function program(): Promise<Examination> {
  const { version, commit, digest } = await readProgram();
  const of = (word: string): string =>
    [`trc ${version}`, ...(commit === null ? [] : [`${word} ${commit}`]), `SHA-256 ${digest}`].join(", ");
  return { name: text("Программа", "Program"), state: "good", found: text(of("коммит"), of("commit")), remedy: null };
}

function node(version: string): Examination {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const good = major > 20 || (major === 20 && minor >= 12);
  return good
    ? { name: same("Node.js"), state: "good", found: same(version), remedy: null }
    : {
        name: same("Node.js"),
        state: "fault",
        found: same(version),
        remedy: text(
          "Нужен Node.js 20.12 или новее: поставьте выпуск LTS с сайта nodejs.org",
          "Node.js 20.12 or newer is needed: install the LTS release from nodejs.org",
        ),
      };
}

function fonts(): Examination {
  try {
    loadFonts();
    return {
      name: text("Шрифты", "Fonts"),
      state: "good",
      found: text("на месте, вкладываются в PDF", "there, embedded in PDF"),
      remedy: null,
    };
  } catch (error) {
    const found = same(error instanceof Error ? error.message : String(error));
    const remedy = text("Поставьте программу заново", "Install the program anew");
    return { name: text("Шрифты", "Fonts"), state: "fault", found, remedy };
  }
}

async function folders({ content, templates = defaultTemplates(), date }: DoctorOptions): Promise<Examination[]> {
  const project = await readProject({ content, templates });
  if (project.value === undefined)
    return project.diagnostics.map(({ message, hints: [hint] }) => ({
      name: text("Папки", "Folders"),
      state: "fault" as const,
      found: message,
      remedy: message.ru.includes(content)
        ? text(
            "Создайте центр: trc init, или назовите папку: --content ПАПКА",
            "Begin a centre: trc init, or name the folder: --content FOLDER",
          )
        : (hint ?? null),
    }));
  const { files, kinds, findings, dossier } = project.value;
  const year = Number(date.slice(0, 4));
  return [
    findings.length === 0
      ? {
          name: text("Записи", "Records"),
          state: "good",
          found: text(
            `${content}: ${files.length}, ошибок чтения нет`,
            `${content}: ${files.length}, no errors of reading`,
          ),
          remedy: null,
        }
      : {
          name: text("Записи", "Records"),
          state: "fault",
          found: text(`${content}: ошибок – ${findings.length}`, `${content}: errors ${findings.length}`),
          remedy: text("Посмотрите их: trc check", "See them: trc check"),
        },
    {
      name: text("Виды документов", "Kinds of documents"),
      state: "good",
      found: same(`${templates}: ${kinds.kinds.length}`),
      remedy: null,
    },
    calendarOf(dossier).knows(year)
      ? {
          name: text("Рабочий календарь", "Work calendar"),
          state: "good",
          found: text(`на ${year} год есть`, `that of ${year} is there`),
          remedy: null,
        }
      : {
          name: text("Рабочий календарь", "Work calendar"),
          state: "advice",
          found: text(`на ${year} год нет`, `there is none of ${year}`),
          remedy: text(
            `Создайте его: trc new calendar --set year=${year}`,
            `Begin it: trc new calendar --set year=${year}`,
          ),
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
    return {
      name: text("Папка вывода", "Output folder"),
      state: "good",
      found: text(`${out}: можно записывать`, `${out}: can be written`),
      remedy: null,
    };
  } catch {
    return {
      name: text("Папка вывода", "Output folder"),
      state: "fault",
      found: text(`${out}: нельзя записывать`, `${out}: cannot be written`),
      remedy: text(
        "Проверьте права на папку, закройте файлы из неё или назовите другую: --out ПАПКА",
        "Check the rights of the folder, close its files or name another one: --out FOLDER",
      ),
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
  const name = text("Схемы для редактора", "Schemas for editors");
  const own = join(content, SCHEMAS_FOLDER);
  try {
    await access(own);
  } catch {
    return {
      name,
      state: "good",
      found: text("берутся из папки программы", "those in the folder of the program"),
      remedy: null,
    };
  }
  const stale: string[] = [];
  const project = await readProject({ content, templates });
  const ours = project.value === undefined ? [] : publicSchemas(project.value.schemas);
  for (const [file, text] of ours)
    if ((await readFile(join(own, file), "utf8").catch(() => null)) !== text) stale.push(file);
  return stale.length === 0
    ? {
        name,
        state: "good",
        found: text(`${own}: те же, что у программы`, `${own}: the same as those of the program`),
        remedy: null,
      }
    : {
        name,
        state: "advice",
        found: text(`${own}: устарели – ${stale.length}`, `${own}: outdated ${stale.length}`),
        remedy: text("Обновите их: trc doctor --refresh-schemas", "Renew them: trc doctor --refresh-schemas"),
      };
}

async function git(content: string, ask: NonNullable<DoctorOptions["ask"]>): Promise<Examination> {
  const name = text("История изменений (git)", "History of changes (git)");
  if ((await ask("git", ["--version"])) === null)
    return {
      name,
      state: "advice",
      found: text("git не установлен", "git is not installed"),
      remedy: text(
        "Поставьте git, чтобы видеть, кто и что изменил; без него сборка тоже работает",
        "Install git to see who changed what; the build works without it as well",
      ),
    };
  const inside = await ask("git", ["-C", content, "rev-parse", "--is-inside-work-tree"]);
  if (inside !== "true")
    return {
      name,
      state: "advice",
      found: text(`папка ${content} не под git`, `the folder ${content} is not under git`),
      remedy: text(
        `Начните историю: git init, git add ${content}, git commit`,
        `Begin a history: git init, git add ${content}, git commit`,
      ),
    };
  const changed = await ask("git", ["-C", content, "status", "--porcelain", "."]);
  return changed === null || changed === ""
    ? { name, state: "good", found: text("все изменения записаны", "all changes are committed"), remedy: null }
    : {
        name,
        state: "advice",
        found: text("есть незаписанные изменения", "there are changes that are not committed"),
        remedy: text("Запишите их: git add и git commit", "Commit them: git add and git commit"),
      };
}

async function optional(
  ask: NonNullable<DoctorOptions["ask"]>,
  name: string,
  programs: readonly string[],
  argv: readonly string[],
  remedy: Text,
): Promise<Examination> {
  for (const program of programs) {
    const found = await ask(program, argv);
    if (found !== null) return { name: same(name), state: "good", found: same(found), remedy: null };
  }
  return {
    name: same(name),
    state: "advice",
    found: text("не найден (не обязателен)", "not found (not required)"),
    remedy,
  };
}

async function askProgram(program: string, argv: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(program, [...argv], { timeout: 10_000 });
    return stdout.trim().split("\n")[0] ?? "";
  } catch {
    return null;
  }
}
