import { escapeInvisible } from "../../text/index.ts";
import type { ReportInput } from "./report.ts";

/** The report for a program: `{diagnostics: […], waived: […], errors, warnings, infos}`, one object, a newline at the end. */
export function reportJson({ diagnostics, waived = [] }: ReportInput): string {
  const count = (severity: string): number => diagnostics.filter((found) => found.severity === severity).length;
  const report = { diagnostics, waived, errors: count("error"), warnings: count("warning"), infos: count("info") };
  return `${escapeInvisible(JSON.stringify(report, null, 2))}\n`;
}
