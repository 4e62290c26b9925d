import type { ReportInput } from "./report.ts";

/** The report for a program: `{diagnostics: […], errors, warnings, infos}`, one object, a newline at the end. */
export function reportJson({ diagnostics }: ReportInput): string {
  const count = (severity: string): number => diagnostics.filter((found) => found.severity === severity).length;
  const report = { diagnostics, errors: count("error"), warnings: count("warning"), infos: count("info") };
  return `${JSON.stringify(report, null, 2)}\n`;
}
