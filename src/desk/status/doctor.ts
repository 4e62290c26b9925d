import { execFile } from "node:child_process";
import { constants, existsSync } from "node:fs";
import { access, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { leftoversIn } from "../../base/storage/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { calendarOf } from "../../paperwork/facts/index.ts";
import { recordsOf } from "../../paperwork/records/index.ts";
import { defaultTemplates, readProgram, readProject, SCHEMAS_FOLDER } from "../../project/reading/index.ts";
import { loadFonts } from "../../typesetting/fonts/index.ts";
import { publicSchemas, writeSchemas } from "../drafting/index.ts";

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
    ...(await unfinished(options.content)),
    (await firstOf([ask("soffice", ["--version"]), ask("libreoffice", ["--version"])], "LibreOffice")) ??
      advice(
        same("LibreOffice"),
        NOT_FOUND,
        text(
          "Нужен только чтобы открыть DOCX на этом компьютере; подойдёт и Word",
          "Needed only to open DOCX on this computer; Word will do as well",
        ),
      ),
    (await firstOf([ask("openssl", ["version"])], "OpenSSL")) ??
      advice(
        same("OpenSSL"),
        NOT_FOUND,
        text(
          "Нужен, чтобы судить о цепочках сертификатов и списках отзыва (trc verify --trust, --crl): версия 3 или новее",
          "Needed to judge chains of certificates and lists of revoked ones (trc verify --trust, --crl): version 3 or newer",
        ),
      ),
  ];
}

const NOT_FOUND = text("не найден (не обязателен)", "not found (not required)");

function good(name: Text, found: Text): Examination {
  return { name, state: "good", found, remedy: null };
}

function advice(name: Text, found: Text, remedy: Text): Examination {
  return { name, state: "advice", found, remedy };
}

function fault(name: Text, found: Text, remedy: Text | null): Examination {
  return { name, state: "fault", found, remedy };
}

/** Names the program, for a letter to those who keep it: version, commit where it is known, digest of all that runs. */
async function program(): Promise<Examination> {
  const { version, commit, digest } = await readProgram();
  const of = (word: string): string =>
    [`trc ${version}`, ...(commit === null ? [] : [`${word} ${commit}`]), `SHA-256 ${digest}`].join(", ");
  return good(text("Программа", "Program"), text(of("коммит"), of("commit")));
}

function node(version: string): Examination {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 12)
    ? good(same("Node.js"), same(version))
    : fault(
        same("Node.js"),
        same(version),
        text(
          "Нужен Node.js 20.12 или новее: поставьте выпуск LTS с сайта nodejs.org",
          "Node.js 20.12 or newer is needed: install the LTS release from nodejs.org",
        ),
      );
}

function fonts(): Examination {
  const name = text("Шрифты", "Fonts");
  try {
    loadFonts();
    return good(name, text("на месте, вкладываются в PDF", "there, embedded in PDF"));
  } catch (error) {
    const found = same(error instanceof Error ? error.message : String(error));
    return fault(name, found, text("Поставьте программу заново", "Install the program anew"));
  }
}

async function folders({ content, templates = defaultTemplates(), date }: DoctorOptions): Promise<Examination[]> {
  const project = await readProject({ content, templates });
  if (project.value === undefined)
    return project.diagnostics.map(({ message, hints: [hint = null] }) =>
      fault(
        text("Папки", "Folders"),
        message,
        !existsSync(content)
          ? text(
              "Создайте центр: trc init, или назовите папку: --content ПАПКА",
              "Begin a centre: trc init, or name the folder: --content FOLDER",
            )
          : hint,
      ),
    );
  const { files, kinds, findings, dossier } = project.value;
  const own = Number(date.slice(0, 4));
  // A plan that goes on to the next year has days there.
  const ends = recordsOf(dossier, "plans").map(({ data }) => Number(data.schoolYear?.to?.slice(0, 4)));
  const years = [own, ...(ends.includes(own + 1) ? [own + 1] : [])];
  const lacking = years.find((year) => !calendarOf(dossier).knows(year));
  const [records, calendar] = [text("Записи", "Records"), text("Рабочий календарь", "Work calendar")];
  return [
    findings.length === 0
      ? good(
          records,
          text(`${content}: ${files.length}, ошибок чтения нет`, `${content}: ${files.length}, no errors of reading`),
        )
      : fault(
          records,
          text(`${content}: ошибок – ${findings.length}`, `${content}: errors ${findings.length}`),
          text("Посмотрите их: trc check", "See them: trc check"),
        ),
    good(text("Виды документов", "Kinds of documents"), same(`${templates}: ${kinds.kinds.length}`)),
    lacking === undefined
      ? good(calendar, text(`на ${years.join(" и ")} год есть`, `that of ${years.join(" and ")} is there`))
      : advice(
          calendar,
          text(`на ${lacking} год нет`, `there is none of ${lacking}`),
          text(
            `Создайте его: trc new calendar --set year=${lacking}`,
            `Begin it: trc new calendar --set year=${lacking}`,
          ),
        ),
  ];
}

/** Can the output folder be written: a trial file in it, or in the nearest folder above that is there. */
async function output(out: string): Promise<Examination> {
  const name = text("Папка вывода", "Output folder");
  let folder = resolve(out);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const trial = join(folder, `.trc-trial-${process.pid}`);
  try {
    await access(folder, constants.W_OK);
    await writeFile(trial, "");
    await rm(trial);
    return good(name, text(`${out}: можно записывать`, `${out}: can be written`));
  } catch {
    return fault(
      name,
      text(`${out}: нельзя записывать`, `${out}: cannot be written`),
      text(
        "Проверьте права на папку, закройте файлы из неё или назовите другую: --out ПАПКА",
        "Check the rights of the folder, close its files or name another one: --out FOLDER",
      ),
    );
  }
}

/** What a run that was killed has left among the records, hidden from every reader; nothing is said where there is nothing. */
async function unfinished(content: string): Promise<Examination[]> {
  const left = await leftoversIn(content);
  if (left.length === 0) return [];
  const shown = left.slice(0, SHOWN).map(posixPath).join(", ") + (left.length > SHOWN ? " …" : "");
  return [
    advice(
      text("Недописанные файлы", "Unfinished files"),
      text(`${left.length}: ${shown}`, `${left.length}: ${shown}`),
      text(
        "Их оставил прерванный запуск, в документы они не входят: убедитесь, что trc сейчас нигде не работает, и удалите их",
        "An interrupted run has left them, no document holds them: make sure that no trc is at work, and delete them",
      ),
    ),
  ];
}

const SHOWN = 3;

/** A content folder that carries its own schemas must carry those of this program. */
async function schemas({ content, templates }: DoctorOptions): Promise<Examination> {
  const name = text("Схемы для редактора", "Schemas for editors");
  const own = join(content, SCHEMAS_FOLDER);
  if (!existsSync(own)) return good(name, text("берутся из папки программы", "those in the folder of the program"));
  const { value: project } = await readProject({ content, templates });
  let stale = 0;
  for (const [file, schema] of project === undefined ? [] : publicSchemas(project.schemas))
    if ((await readFile(join(own, file), "utf8").catch(() => null)) !== schema) stale++;
  return stale === 0
    ? good(name, text(`${own}: те же, что у программы`, `${own}: the same as those of the program`))
    : advice(
        name,
        text(`${own}: устарели – ${stale}`, `${own}: outdated ${stale}`),
        text("Обновите их: trc doctor --refresh-schemas", "Renew them: trc doctor --refresh-schemas"),
      );
}

type Ask = NonNullable<DoctorOptions["ask"]>;

async function git(content: string, ask: Ask): Promise<Examination> {
  const name = text("История изменений (git)", "History of changes (git)");
  if ((await ask("git", ["--version"])) === null)
    return advice(
      name,
      text("git не установлен", "git is not installed"),
      text(
        "Поставьте git, чтобы видеть, кто и что изменил; без него сборка тоже работает",
        "Install git to see who changed what; the build works without it as well",
      ),
    );
  if ((await ask("git", ["-C", content, "rev-parse", "--is-inside-work-tree"])) !== "true")
    return advice(
      name,
      text(`папка ${content} не под git`, `the folder ${content} is not under git`),
      text(
        `Начните историю: git init, git add ${content}, git commit`,
        `Begin a history: git init, git add ${content}, git commit`,
      ),
    );
  return (await ask("git", ["-C", content, "status", "--porcelain", "."]))
    ? advice(
        name,
        text("есть незаписанные изменения", "there are changes that are not committed"),
        text("Запишите их: git add и git commit", "Commit them: git add and git commit"),
      )
    : good(name, text("все изменения записаны", "all changes are committed"));
}

/** The version of the first program that answers; null when none does. */
async function firstOf(answers: readonly Promise<string | null>[], name: string): Promise<Examination | null> {
  const found = (await Promise.all(answers)).find((one) => one !== null);
  return found == null ? null : good(same(name), same(found));
}

async function askProgram(program: string, argv: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(program, [...argv], { timeout: 10_000 });
    return stdout.trim().split("\n")[0] ?? "";
  } catch {
    return null;
  }
}
