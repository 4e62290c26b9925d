import { codeFrame } from "../code-frame.ts";
import type { Diagnostic, Severity } from "../types.ts";
import type { ReportInput } from "./report.ts";

const WORDS: { readonly [severity in Severity]: string } = {
  error: "ошибка",
  warning: "предупреждение",
  info: "замечание",
};
const COLOURS: { readonly [severity in Severity]: number } = { error: 31, warning: 33, info: 36 };

/** The report for a person: what is wrong, the place with the range underlined, why, and what to write. */
export function reportPretty({ diagnostics, sources, colour }: ReportInput): string {
  const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const blocks = diagnostics.map((diagnostic) => block(diagnostic, sources, paint));
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n\n${summary(diagnostics)}\n`;
}

type Paint = (code: number, text: string) => string;

function block(diagnostic: Diagnostic, sources: ReportInput["sources"], paint: Paint): string {
  const { place } = diagnostic;
  const lines = [
    `${paint(COLOURS[diagnostic.severity], `${WORDS[diagnostic.severity]} ${diagnostic.code}`)}: ${diagnostic.message}`,
  ];
  if (place) {
    lines.push(`  --> ${place.file}:${place.start.line}:${place.start.column}`);
    const source = sources(place.file);
    if (source !== undefined) lines.push(indent(codeFrame(source, place)));
  }
  if (diagnostic.why) lines.push(`  Почему: ${diagnostic.why}`);
  if (diagnostic.norm) lines.push(`  Норма: ${diagnostic.norm}`);
  for (const hint of diagnostic.hints) lines.push(`  Что сделать: ${hint.replace(/\n/g, "\n    ")}`);
  for (const related of diagnostic.related ?? []) {
    const at = `${related.place.file}:${related.place.start.line}:${related.place.start.column}`;
    lines.push(`  Смотрите: ${related.message} (${at})`);
  }
  return lines.join("\n");
}

function indent(frame: string): string {
  return frame
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): number => diagnostics.filter((found) => found.severity === severity).length;
  return `Ошибок: ${count("error")}, предупреждений: ${count("warning")}, замечаний: ${count("info")}.`;
}
