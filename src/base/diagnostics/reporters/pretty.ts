import { showInvisible } from "../../text/index.ts";
import { framesOf } from "../code-frame.ts";
import type { Reported, Severity } from "../types.ts";
import type { ReportInput } from "./report.ts";

type Words = {
  readonly [severity in Severity]: string;
} & {
  readonly why: string;
  readonly norm: (clause: string) => string;
  readonly hint: string;
  readonly related: string;
  readonly fix: string;
  readonly more: (code: string) => string;
  readonly summary: (errors: number, warnings: number, infos: number) => string;
  readonly waived: (count: number) => string;
};

const WORDS: { readonly [language in "ru" | "en"]: Words } = {
  ru: {
    error: "ошибка",
    warning: "предупреждение",
    info: "замечание",
    why: "Почему",
    norm: (clause) => `Норма: ${clause}`,
    hint: "Что сделать",
    related: "Смотрите",
    fix: "Исправит сама программа: trc check --fix",
    more: (code) => `Подробнее: trc explain ${code}`,
    summary: (errors, warnings, infos) => `Ошибок: ${errors}, предупреждений: ${warnings}, замечаний: ${infos}.`,
    waived: (count) => `Снято решением: ${count}`,
  },
  en: {
    error: "error",
    warning: "warning",
    info: "note",
    why: "Why",
    // A norm is Russian, and is quoted.
    norm: (clause) => `Norm: «${clause}»`,
    hint: "What to do",
    related: "See",
    fix: "The program can correct it: trc check --fix",
    more: (code) => `More: trc explain ${code}`,
    summary: (errors, warnings, infos) => `Errors: ${errors}, warnings: ${warnings}, notes: ${infos}.`,
    waived: (count) => `Waived: ${count}`,
  },
};
const COLOURS: { readonly [severity in Severity]: number } = { error: 31, warning: 33, info: 36 };

/** The report for a person: what is wrong, the place with the range underlined, why, and what to write. */
export function reportPretty(input: ReportInput): string {
  const { diagnostics, sources, colour, waived = [], language = "ru" } = input;
  const words = WORDS[language];
  const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const reported = new Set<string>();
  const frameOf = framesOf(sources);
  const blocks = diagnostics.map((diagnostic) => block(diagnostic, frameOf, paint, words, reported));
  if (blocks.length === 0 && waived.length === 0) return "";
  const decided = waived.map(
    ({ diagnostic, reason, date }) =>
      `  ${diagnostic.code} ${at(diagnostic)}: ${diagnostic.message} – ${reason} (${date})`,
  );
  const parts = [...blocks];
  if (decided.length > 0) parts.push([`${words.waived(decided.length)}:`, ...decided].join("\n"));
  if (blocks.length > 0) parts.push(summary(diagnostics, words));
  return `${parts.join("\n\n")}\n`;
}

type Paint = (code: number, text: string) => string;

function block(
  diagnostic: Reported,
  frameOf: ReturnType<typeof framesOf>,
  paint: Paint,
  words: Words,
  reported: Set<string>,
): string {
  const { place, code } = diagnostic;
  const lines = [
    `${paint(COLOURS[diagnostic.severity], `${words[diagnostic.severity]} ${code}`)}: ${diagnostic.message}`,
  ];
  if (place) {
    const frame = frameOf(place);
    const { line, column } = place.start;
    // A file as a whole that is no text has no lines.
    const position = frame === undefined && line === 1 && column === 1 ? "" : `:${line}:${column}`;
    lines.push(`  --> ${showInvisible(place.file)}${position}`);
    if (frame !== undefined) lines.push(indent(frame));
  }
  if (diagnostic.why) lines.push(`  ${words.why}: ${diagnostic.why}`);
  if (diagnostic.norm) lines.push(`  ${words.norm(diagnostic.norm)}`);
  for (const hint of diagnostic.hints) lines.push(`  ${words.hint}: ${hint.replace(/\n/g, "\n    ")}`);
  for (const related of diagnostic.related ?? []) {
    const location = `${showInvisible(related.place.file)}:${related.place.start.line}:${related.place.start.column}`;
    lines.push(`  ${words.related}: ${related.message} (${location})`);
  }
  if (diagnostic.fix?.safe === true) lines.push(`  ${words.fix}`);
  // Each page is offered once a report.
  if (!reported.has(code)) lines.push(`  ${words.more(code)}`);
  reported.add(code);
  return lines.join("\n");
}

function at({ place }: Reported): string {
  return place === undefined ? "" : `${showInvisible(place.file)}:${place.start.line}`;
}

function indent(frame: string): string {
  return frame
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}

function summary(diagnostics: readonly Reported[], words: Words): string {
  const count = (severity: Severity): number => diagnostics.filter((found) => found.severity === severity).length;
  return words.summary(count("error"), count("warning"), count("info"));
}
