import type { Approval } from "../office/approvals/index.ts";

/** A changed line in signs: what went in «[-…-]», what came in «{+…+}», so that it reads without colours; of what stayed at most `context` letters at each end. */
export function changedWords({ words }: Approval["changes"][number], context = Number.POSITIVE_INFINITY): string {
  return words
    .map(({ kind, text }) => {
      if (kind === "removed") return `[-${text}-]`;
      if (kind === "added") return `{+${text}+}`;
      return text.length > 2 * context ? `${text.slice(0, context)}…${text.slice(-context)}` : text;
    })
    .join("");
}
