import { escapeInvisible, sha256 } from "../../text/index.ts";
import type { Reported, Severity } from "../types.ts";
import type { ReportInput } from "./report.ts";

const SEVERITIES: { readonly [severity in Severity]: string } = { error: "critical", warning: "minor", info: "info" };

/**
 * Code Quality report of GitLab: a list of issues, each with a fingerprint that stays while the finding stays, wherever
 * its line moves.
 */
export function reportGitlab({ diagnostics }: ReportInput): string {
  const seen = new Map<string, number>();
  const issues = diagnostics.map((diagnostic) => {
    const key = JSON.stringify([diagnostic.code, diagnostic.place?.file ?? "", diagnostic.message]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return issue(diagnostic, `${key}${count}`);
  });
  return `${escapeInvisible(JSON.stringify(issues, null, 2))}\n`;
}

function issue(diagnostic: Reported, key: string): object {
  const { code, severity, message, hints, place } = diagnostic;
  return {
    type: "issue",
    check_name: code,
    description: [message, ...hints].join(". "),
    categories: ["Style"],
    severity: SEVERITIES[severity],
    fingerprint: sha256(key),
    location: {
      path: place?.file ?? ".",
      lines: { begin: place?.start.line ?? 1, end: place?.end.line ?? 1 },
    },
  };
}
