import { text } from "../base/diagnostics/index.ts";
import { isDay } from "../base/text/index.ts";
import { FORMAT_NAMES, type FormatName } from "../project/formats/index.ts";
import { type OptionSpec, WrongValue } from "./command.ts";

/** Collects an option that may be repeated. */
export function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/** Collects an option that takes a list with commas and may be repeated. */
export function collectList(value: string, previous: readonly string[] = []): string[] {
  return [
    ...previous,
    ...value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ];
}

/** Formats of the output: any that there are writers for. @throws WrongValue for any other word */
function formats(value: string): FormatName[] {
  const words = collectList(value);
  const wanted = FORMAT_NAMES.filter((name) => words.includes(name));
  const list = FORMAT_NAMES.join(", ");
  if (wanted.length === 0 || words.some((word) => !FORMAT_NAMES.some((name) => name === word)))
    throw new WrongValue(
      text(
        `Допустимо: ${list} – одно или несколько через запятую.`,
        `Allowed are ${list}, one or several with commas.`,
      ),
    );
  return wanted;
}

/** A date of the command line. @throws WrongValue for anything but a real day as ГГГГ-ММ-ДД */
function isoDate(value: string): string {
  if (!isDay(value))
    throw new WrongValue(
      text(
        "Нужен день в виде ГГГГ-ММ-ДД, например 2025-09-05.",
        "A day is written YYYY-MM-DD, for example 2025-09-05.",
      ),
    );
  return value;
}

/** A calendar year. @throws WrongValue for anything but four figures */
export function calendarYear(value: string): string {
  if (!/^20\d\d$/.test(value))
    throw new WrongValue(
      text("Нужен год из четырёх цифр, например 2025.", "A year has four figures, for example 2025."),
    );
  return value;
}

/** Words that may not be missing. @throws WrongValue for an empty text */
export function someText(value: string): string {
  if (value.trim() === "") throw new WrongValue(text("Нужен текст.", "Some text is needed."));
  return value.trim();
}

/** Id of a record. @throws WrongValue for what no file may be called */
export function recordId(value: string): string {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(value))
    throw new WrongValue(
      text(
        "Нужно имя записи: латинские буквы, цифры и дефис, например gonchar-tm.",
        "The name of a record is needed: Latin letters, figures and hyphens, for example gonchar-tm.",
      ),
    );
  return value;
}

/** Index of a case. @throws WrongValue for anything but ЦЦ-ЦЦ */
export function caseIndex(value: string): string {
  if (!/^\d{2}-\d{2}$/.test(value))
    throw new WrongValue(text("Нужен индекс дела вида 01-05.", "An index of a case is written 01-05."));
  return value;
}

/** A digest SHA-256, hex. @throws WrongValue for anything else */
export function sha256Digest(value: string): string {
  if (!/^[0-9a-f]{64}$/i.test(value))
    throw new WrongValue(
      text("Нужна сумма SHA-256, 64 знака 0–9 и a–f.", "A digest SHA-256 is needed, 64 characters 0–9 and a–f."),
    );
  return value;
}

/** Kinds of reports. */
export const REPORTERS = ["pretty", "json", "github", "gitlab", "junit", "sarif"] as const;
/** Name of a reporter on the command line. */
export type ReporterName = (typeof REPORTERS)[number];
/** A report and where it goes; null: the terminal. */
export type WantedReport = { readonly name: ReporterName; readonly file: string | null };

/** `sarif:out.sarif`, `pretty`: a report and its file; may be repeated. @throws WrongValue for another kind, an empty path, or two reports to one place */
export function reporters(value: string, previous: readonly WantedReport[] = []): WantedReport[] {
  const [, word = "", rest] = /^([^:]*)(?::(.*))?$/s.exec(value) ?? [];
  const name = REPORTERS.find((one) => one === word);
  if (name === undefined)
    throw new WrongValue(text(`Допустимо: ${REPORTERS.join(", ")}.`, `Allowed are: ${REPORTERS.join(", ")}.`));
  if (rest === "")
    throw new WrongValue(
      text(
        "После двоеточия нужен путь к файлу, например sarif:out.sarif.",
        "A path of a file follows the colon, for example sarif:out.sarif.",
      ),
    );
  const file = rest ?? null;
  const taken = previous.find((one) => one.file === file && (file !== null || streamOf(one.name) === streamOf(name)));
  if (taken !== undefined)
    throw new WrongValue(
      text(
        `Отчёты ${taken.name} и ${name} смешались бы: назовите файл, например ${name}:report.${name}.`,
        `The reports ${taken.name} and ${name} would be mixed: name a file, for example ${name}:report.${name}.`,
      ),
    );
  return [...previous, { name, file }];
}

/** The pretty report is talk (stderr), a machine's report is data (stdout). */
export function streamOf(name: ReporterName): "stdout" | "stderr" {
  return name === "pretty" ? "stderr" : "stdout";
}

/** A moment as ГГГГ-ММ-ДДTЧЧ:ММ:ССZ of this half of the century, which is what a signature can hold. @throws WrongValue for anything else */
export function isoMoment(value: string): string {
  const moment = new Date(value);
  const right = /^20[0-4]\d-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) && !Number.isNaN(moment.getTime());
  if (!right || `${moment.toISOString().slice(0, 19)}Z` !== value)
    throw new WrongValue(text("Нужно время вида 2025-09-05T10:00:00Z.", "A time is written 2025-09-05T10:00:00Z."));
  return value;
}

/** Names of values as the help shows them. */
export const FOLDER = text("<папка>", "<folder>");
/** Name of a value that is a file. */
export const FILE = text("<файл>", "<file>");
const DAY = text("<дата>", "<date>");

/** Options that several commands have. */
export const CONTENT: OptionSpec = {
  flag: "--content",
  value: FOLDER,
  says: text("папка записей", "folder of records"),
  default: "content",
};
/** `--content`, any number of folders. */
export const CONTENTS: OptionSpec = {
  flag: "--content",
  value: FOLDER,
  says: text(
    "папка записей; можно повторять, допускаются шаблоны *",
    "folder of records; may be repeated, patterns with * are allowed",
  ),
  parse: collect,
};
/** `--templates`. */
export const TEMPLATES: OptionSpec = {
  flag: "--templates",
  value: FOLDER,
  says: text(
    "папка видов документов (по умолчанию templates, а без неё – виды программы)",
    "folder of kinds of documents (templates by default, the program's own kinds without it)",
  ),
};
/** `--only`: kinds, documents, records. */
export const ONLY: OptionSpec = {
  flag: "--only",
  value: text("<список>", "<list>"),
  says: text(
    "только эти виды или документы, через запятую; можно повторять",
    "only these kinds or documents, with commas; may be repeated",
  ),
  parse: collectList,
};
/** `--format`: names from the table of formats. */
export const FORMAT: OptionSpec = {
  flag: "--format",
  value: text("<список>", "<list>"),
  says: text(`форматы через запятую: ${FORMAT_NAMES.join(", ")}`, `formats with commas: ${FORMAT_NAMES.join(", ")}`),
  default: [...FORMAT_NAMES],
  defaultShown: FORMAT_NAMES.join(","),
  parse: formats,
};
/** `--cache-dir` and `--no-cache`. */
export const CACHE: readonly OptionSpec[] = [
  {
    flag: "--no-cache",
    says: text("сделать всё заново, не заглядывая в сделанное прежде", "make everything anew, without what was cached"),
  },
  {
    flag: "--cache-dir",
    value: FOLDER,
    says: text(
      "где хранится сделанное прежде (обычно node_modules/.cache/trc или .trc-cache)",
      "folder of the cache (node_modules/.cache/trc or .trc-cache by default)",
    ),
  },
];
/** `--json`. */
export const JSON_REPORT: OptionSpec = {
  flag: "--json",
  says: text("отчёт для программ (JSON)", "report for programs (JSON)"),
};
/** `--dry-run`. */
export const DRY_RUN: OptionSpec = {
  flag: "--dry-run",
  says: text("проверить и показать, ничего не записывая", "check and show, write nothing"),
};

/** An option that takes a day; `says` tells what day it is. */
export function dayOption(ru: string, en: string, flag = "--date"): OptionSpec {
  return { flag, value: DAY, says: text(`${ru}, ГГГГ-ММ-ДД`, `${en}, YYYY-MM-DD`), parse: isoDate };
}
