import type { Diagnostic, WaivedDiagnostic } from "../types.ts";
import type { ReportInput } from "./report.ts";

/** JUnit XML: a suite a file, a case a finding; errors and warnings fail, notes pass, what is waived is skipped. */
export function reportJunit({ diagnostics, waived = [] }: ReportInput): string {
  const suites = new Map<string, string[]>();
  const add = (diagnostic: Diagnostic, inside: string): void => {
    const file = diagnostic.place?.file ?? "trc";
    const line =
      diagnostic.place === undefined ? "" : ` (${diagnostic.place.start.line}:${diagnostic.place.start.column})`;
    const cases = suites.get(file) ?? [];
    suites.set(file, cases);
    cases.push(
      `    <testcase classname="${xml(file)}" name="${xml(`${diagnostic.code}${line}`)}">${inside}</testcase>`,
    );
  };
  for (const diagnostic of diagnostics) add(diagnostic, outcome(diagnostic));
  for (const { diagnostic, reason, date } of waived) add(diagnostic, skipped(reason, date));
  const failures = diagnostics.filter(({ severity }) => severity !== "info").length;
  const body = [...suites].map(([file, cases]) => {
    const failed = cases.filter((one) => one.includes("<failure ")).length;
    const skips = cases.filter((one) => one.includes("<skipped ")).length;
    return `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${failed}" errors="0" skipped="${skips}">\n${cases.join("\n")}\n  </testsuite>`;
  });
  const total = diagnostics.length + waived.length;
  // An empty report would look like a check that never ran.
  const passed =
    body.length > 0
      ? body
      : [
          '  <testsuite name="trc" tests="1" failures="0" errors="0" skipped="0">\n    <testcase classname="trc" name="check"/>\n  </testsuite>',
        ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="trc" tests="${Math.max(1, total)}" failures="${failures}">\n${passed.join("\n")}\n</testsuites>\n`;
}

function outcome({ severity, code, message, why, hints }: Diagnostic): string {
  if (severity === "info") return `<system-out>${xml(message)}</system-out>`;
  const text = [message, ...(why === undefined ? [] : [why]), ...hints].join("\n");
  return `<failure type="${xml(severity)}" message="${xml(`${code}: ${message}`)}">${xml(text)}</failure>`;
}

function skipped(reason: WaivedDiagnostic["reason"], date: string): string {
  return `<skipped message="${xml(`${reason} (${date})`)}"/>`;
}

/** Text inside XML; characters that XML 1.0 does not allow become a neutral mark. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "·")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
