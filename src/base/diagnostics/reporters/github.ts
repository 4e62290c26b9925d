import type { Reported, Severity } from "../types.ts";
import type { ReportInput } from "./report.ts";

const COMMANDS: { readonly [severity in Severity]: string } = { error: "error", warning: "warning", info: "notice" };

/** Workflow commands: every finding becomes an annotation on its line of the pull request. */
export function reportGithub({ diagnostics }: ReportInput): string {
  return diagnostics.map(annotation).join("");
}

function annotation(diagnostic: Reported): string {
  const { place } = diagnostic;
  const properties = [`title=${escapeProperty(diagnostic.code)}`];
  if (place) {
    properties.unshift(
      `file=${escapeProperty(place.file)}`,
      `line=${place.start.line}`,
      `endLine=${place.end.line}`,
      `col=${place.start.column}`,
      `endColumn=${place.end.column}`,
    );
  }
  const text = [diagnostic.message, ...diagnostic.hints].join("\n");
  return `::${COMMANDS[diagnostic.severity]} ${properties.join(",")}::${escapeData(text)}\n`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
