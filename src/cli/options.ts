import { InvalidArgumentError, Option } from "commander";
import { isDay } from "../base/text/index.ts";
import { FORMAT_NAMES, type FormatName } from "../project/formats/index.ts";

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

/** `--format`: any of the formats there are writers for. @throws InvalidArgumentError for any other word */
export function formatOption(): Option {
  return new Option("--format <список>", `форматы через запятую: ${FORMAT_NAMES.join(", ")}`)
    .default([...FORMAT_NAMES], FORMAT_NAMES.join(","))
    .argParser((value: string): FormatName[] => {
      const words = collectList(value);
      const wanted = FORMAT_NAMES.filter((name) => words.includes(name));
      if (wanted.length === 0 || words.some((word) => !FORMAT_NAMES.some((name) => name === word)))
        throw new InvalidArgumentError(`Допустимо: ${FORMAT_NAMES.join(", ")} – одно или несколько через запятую.`);
      return wanted;
    });
}

/** A date of the command line. @throws InvalidArgumentError for anything but a real day as ГГГГ-ММ-ДД */
export function isoDate(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError("Нужен день в виде ГГГГ-ММ-ДД, например 2025-09-05.");
  return value;
}

/** A calendar year. @throws InvalidArgumentError for anything but four figures */
export function calendarYear(value: string): string {
  if (!/^20\d\d$/.test(value)) throw new InvalidArgumentError("Нужен год из четырёх цифр, например 2025.");
  return value;
}

/** Words that may not be missing. @throws InvalidArgumentError for an empty text */
export function someText(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("Нужен текст.");
  return value.trim();
}

/** Id of a record. @throws InvalidArgumentError for what no file may be called */
export function recordId(value: string): string {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(value))
    throw new InvalidArgumentError("Нужно имя записи: латинские буквы, цифры и дефис, например gonchar-tm.");
  return value;
}

/** Index of a case. @throws InvalidArgumentError for anything but ЦЦ-ЦЦ */
export function caseIndex(value: string): string {
  if (!/^\d{2}-\d{2}$/.test(value)) throw new InvalidArgumentError("Нужен индекс дела вида 01-05.");
  return value;
}

export { today } from "./today.ts";

/** Kinds of reports. */
export const REPORTERS = ["pretty", "json", "github", "gitlab", "junit", "sarif"] as const;
export type ReporterName = (typeof REPORTERS)[number];
/** A report and where it goes; null: the terminal. */
export type WantedReport = { readonly name: ReporterName; readonly file: string | null };

/** `sarif:out.sarif`, `pretty`: a report and its file; may be repeated. @throws InvalidArgumentError for another kind, an empty path, or two reports to one place */
export function reporters(value: string, previous: readonly WantedReport[] = []): WantedReport[] {
  const [, word = "", rest] = /^([^:]*)(?::(.*))?$/s.exec(value) ?? [];
  const name = REPORTERS.find((one) => one === word);
  if (name === undefined) throw new InvalidArgumentError(`Допустимо: ${REPORTERS.join(", ")}.`);
  if (rest === "") throw new InvalidArgumentError("После двоеточия нужен путь к файлу, например sarif:out.sarif.");
  const file = rest ?? null;
  const taken = previous.find((one) => one.file === file && (file !== null || streamOf(one.name) === streamOf(name)));
  if (taken !== undefined)
    throw new InvalidArgumentError(
      `Отчёты ${taken.name} и ${name} смешались бы: назовите файл, например ${name}:report.${name}.`,
    );
  return [...previous, { name, file }];
}

/** The pretty report is talk (stderr), a machine's report is data (stdout). */
export function streamOf(name: ReporterName): "stdout" | "stderr" {
  return name === "pretty" ? "stderr" : "stdout";
}

/** A moment as ГГГГ-ММ-ДДTЧЧ:ММ:ССZ of this half of the century, which is what a signature can hold. @throws InvalidArgumentError for anything else */
export function isoMoment(value: string): string {
  const moment = new Date(value);
  const right = /^20[0-4]\d-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) && !Number.isNaN(moment.getTime());
  if (!right || `${moment.toISOString().slice(0, 19)}Z` !== value)
    throw new InvalidArgumentError("Нужно время вида 2025-09-05T10:00:00Z.");
  return value;
}
