import { type Text, text } from "../base/diagnostics/index.ts";
import { isDay } from "../base/text/index.ts";
import { FORMAT_NAMES, type FormatName } from "../project/formats/index.ts";
import { type OptionSpec, WrongUsage } from "./command.ts";

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

/** Formats of the output: any that there are writers for. @throws WrongUsage for any other word */
function formats(value: string): FormatName[] {
  const words = collectList(value);
  const wanted = FORMAT_NAMES.filter((name) => words.includes(name));
  const list = FORMAT_NAMES.join(", ");
  if (wanted.length === 0 || words.some((word) => !FORMAT_NAMES.some((name) => name === word)))
    throw new WrongUsage(
      text(
        `Допустимо: ${list} – одно или несколько через запятую.`,
        `Allowed are ${list}, one or several with commas.`,
      ),
    );
  return wanted;
}

/** A date of the command line. @throws WrongUsage for anything but a real day as ГГГГ-ММ-ДД */
function isoDate(value: string): string {
  if (!isDay(value))
    throw new WrongUsage(
      text(
        "Нужен день в виде ГГГГ-ММ-ДД, например 2025-09-05.",
        "A day is written YYYY-MM-DD, for example 2025-09-05.",
      ),
    );
  return value;
}

/** A parser of words of one form. @throws WrongUsage for any other word, with these words */
export function matching(form: RegExp, wrong: Text): (value: string) => string {
  return (value) => {
    if (!form.test(value.trim())) throw new WrongUsage(wrong);
    return value.trim();
  };
}

/** How much more than usual a document may cost. */
export const BUDGET = {
  ...text(
    "во сколько раз больше обычного может занять документ: времени, шагов шаблона, знаков (обычно 1 – минута)",
    "how many times more than usual a document may take: time, steps of templates, characters (1 by default, a minute)",
  ),
  value: text("<раз>", "<times>"),
  parse: (word: string): number => {
    const times = Number(word.replace(",", "."));
    if (!(times > 0 && times <= 1000))
      throw new WrongUsage(text("Нужно число больше 0 и до 1000.", "A number above 0, up to 1000, is needed."));
    return times;
  },
} satisfies OptionSpec;

/** Threads of a build. */
export const WORKERS = {
  ...text(
    "сколько потоков собирают центры (обычно программа решает сама по числу центров и ядер); на результат не влияет",
    "how many threads make centres (the program decides by the number of centres and of cores); the result is the same",
  ),
  value: text("<число>", "<number>"),
  parse: (word: string): number => {
    if (!/^(?:[1-9]|[1-5]\d|6[0-4])$/.test(word))
      throw new WrongUsage(text("Нужно целое число от 1 до 64.", "A whole number from 1 to 64 is needed."));
    return Number(word);
  },
} satisfies OptionSpec;

/** Kinds of reports. */
export const REPORTERS = ["pretty", "json", "github", "gitlab", "junit", "sarif"] as const;
/** Name of a reporter on the command line. */
export type ReporterName = (typeof REPORTERS)[number];
/** A report and where it goes; null: the terminal. */
export type WantedReport = { readonly name: ReporterName; readonly file: string | null };

/** `sarif:out.sarif`, `pretty`: a report and its file; may be repeated. @throws WrongUsage for another kind, an empty path, or two reports to one place */
export function reporters(value: string, previous: readonly WantedReport[] = []): WantedReport[] {
  const [, word = "", rest] = /^([^:]*)(?::(.*))?$/s.exec(value) ?? [];
  const name = REPORTERS.find((one) => one === word);
  if (name === undefined)
    throw new WrongUsage(text(`Допустимо: ${REPORTERS.join(", ")}.`, `Allowed are: ${REPORTERS.join(", ")}.`));
  if (rest === "")
    throw new WrongUsage(
      text(
        "После двоеточия нужен путь к файлу, например sarif:out.sarif.",
        "A path of a file follows the colon, for example sarif:out.sarif.",
      ),
    );
  const file = rest ?? null;
  const taken = previous.find((one) => one.file === file && (file !== null || streamOf(one.name) === streamOf(name)));
  if (taken !== undefined)
    throw new WrongUsage(
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

/** Names of values as the help shows them. */
export const FOLDER = text("<папка>", "<folder>");
/** Name of a value that is a file. */
export const FILE = text("<файл>", "<file>");

/** An option, typed by what its values are. */
function option<const O extends OptionSpec>(spec: O): O {
  return spec;
}

/** `--content`, one folder. */
export const CONTENT = option({ ...text("папка записей", "folder of records"), value: FOLDER, default: "content" });
/** `--content`, any number of folders. */
export const CONTENTS = option({
  ...text(
    "папка записей; можно повторять, допускаются шаблоны *",
    "folder of records; may be repeated, patterns with * are allowed",
  ),
  value: FOLDER,
  parse: collect,
});
/** `--templates`. */
export const TEMPLATES = option({
  ...text(
    "папка видов документов (по умолчанию templates, а без неё – виды программы)",
    "folder of kinds of documents (templates by default, the program's own kinds without it)",
  ),
  value: FOLDER,
});
/** `--only`: kinds, documents, records. */
export const ONLY = option({
  ...text(
    "только эти виды или документы, через запятую; можно повторять",
    "only these kinds or documents, with commas; may be repeated",
  ),
  value: text("<список>", "<list>"),
  parse: collectList,
});
/** `--format`: names from the table of formats. */
export const FORMAT = option({
  ...text(`форматы через запятую: ${FORMAT_NAMES.join(", ")}`, `formats with commas: ${FORMAT_NAMES.join(", ")}`),
  value: text("<список>", "<list>"),
  default: [...FORMAT_NAMES],
  defaultShown: FORMAT_NAMES.join(","),
  parse: formats,
});
/** `--no-cache` and `--cache-dir`. */
export const CACHE = {
  cache: option({
    ...text("сделать всё заново, не заглядывая в сделанное прежде", "make everything anew, without what was cached"),
    no: true,
  }),
  cacheDir: option({
    ...text(
      "где хранится сделанное прежде (обычно node_modules/.cache/trc или .trc-cache)",
      "folder of the cache (node_modules/.cache/trc or .trc-cache by default)",
    ),
    value: FOLDER,
  }),
};
/** `--shared-cache` and its key. */
export const SHARED_CACHE = {
  sharedCache: option({
    ...text(
      "общий кэш нескольких машин: папка или s3://ведро/начало-имён (ключи и адрес – в переменных AWS_…)",
      "cache that machines have in common: a folder, or s3://bucket/prefix (keys and endpoint in the variables AWS_…)",
    ),
    value: text("<место>", "<place>"),
  }),
  sharedKey: option({
    ...text(
      "ключ общего кэша Ed25519 (PEM): закрытым пишут и читают, открытым только читают",
      "Ed25519 key of the shared cache (PEM): the private one writes and reads, the public one reads",
    ),
    value: FILE,
    needs: "sharedCache",
  }),
};
/** `--out`, a folder. */
export const OUT = option({ ...text("папка вывода", "output folder"), value: FOLDER, default: "out" });
/** `--json`. */
export const JSON_REPORT = text("отчёт для программ (JSON)", "report for programs (JSON)");
/** `--dry-run`. */
export const DRY_RUN = text("проверить и показать, ничего не записывая", "check and show, write nothing");
/** What most commands take: the records, the kinds, a report for programs. */
export const PROJECT = { content: CONTENT, templates: TEMPLATES, json: JSON_REPORT };

/** An option that takes a day, and which day it is. */
export function day(ru: string, en: string) {
  return option({
    ...text(`${ru}, ГГГГ-ММ-ДД`, `${en}, YYYY-MM-DD`),
    value: text("<дата>", "<date>"),
    parse: isoDate,
  });
}

/** A parser of whole numbers up to `most`. @throws WrongUsage for any other word, with these words */
export function wholeNumber(most: number, wrong: Text): (value: string) => number {
  return (value) => {
    if (!/^\d+$/.test(value) || Number(value) > most) throw new WrongUsage(wrong);
    return Number(value);
  };
}

/** `--plan`, and the day by which a plan is chosen without it. */
export const PLAN = {
  plan: option({
    ...text(
      "план (папка plans); по умолчанию план текущего учебного года",
      "the plan (folder plans); that of the current school year by default",
    ),
    value: text("<план>", "<plan>"),
  }),
  date: day(
    "день, по которому выбирается план (по умолчанию сегодня)",
    "day by which the plan is chosen (today by default)",
  ),
};

/** `--archive`. */
export const ARCHIVE_FOLDER = option({ ...text("папка архива", "archive folder"), value: FOLDER, default: "archive" });
/** Files of signatures, the last argument of a command. */
export const SIGNATURES = {
  name: text("<подписи...>", "<signatures...>"),
  ...text("файлы .sig: DER, PEM или Base64", "files .sig: DER, PEM or Base64"),
};
