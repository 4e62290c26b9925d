import { renderXml, type XmlNode } from "../../text/index.ts";
import type { Reported } from "../types.ts";
import type { ReportInput } from "./report.ts";

/** JUnit XML: a suite a file, a case a finding; errors and warnings fail, notes pass, what is waived is skipped. */
export function reportJunit({ diagnostics, waived = [] }: ReportInput): string {
  const suites = new Map<string, XmlNode[]>();
  const add = ({ code, place }: Reported, outcome: XmlNode): void => {
    const file = place?.file ?? "trc";
    const line = place === undefined ? "" : ` (${place.start.line}:${place.start.column})`;
    suites.set(file, [
      ...(suites.get(file) ?? []),
      ["testcase", [outcome], { classname: file, name: `${code}${line}` }],
    ]);
  };
  for (const diagnostic of diagnostics) add(diagnostic, outcomeOf(diagnostic));
  for (const { diagnostic, reason, date } of waived)
    add(diagnostic, ["skipped", null, { message: `${reason} (${date})` }]);
  // An empty report would look like a check that never ran.
  if (suites.size === 0) suites.set("trc", [["testcase", null, { classname: "trc", name: "check" }]]);
  const all = [...suites.values()].flat();
  const body = [...suites].map(
    ([name, cases]): XmlNode => [
      "testsuite",
      cases,
      { name, ...counted(cases), errors: "0", skipped: String(countOf(cases, "skipped")) },
    ],
  );
  const report = renderXml(["testsuites", body, { name: "trc", ...counted(all) }]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${report}`;
}

function outcomeOf({ severity, code, message, why, hints }: Reported): XmlNode {
  if (severity === "info") return ["system-out", message];
  const text = [message, ...(why === undefined ? [] : [why]), ...hints].join("\n");
  return ["failure", text, { type: severity, message: `${code}: ${message}` }];
}

function counted(cases: readonly XmlNode[]): { readonly tests: string; readonly failures: string } {
  return { tests: String(cases.length), failures: String(countOf(cases, "failure")) };
}

function countOf(cases: readonly XmlNode[], outcome: string): number {
  return cases.filter(([, inside]) => Array.isArray(inside) && inside[0]?.[0] === outcome).length;
}
