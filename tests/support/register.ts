import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IssueOptions, type IssueReport, issueDocument } from "../../src/office/issue/index.ts";

/** Orders of the sample centre of 2025 in the order they were registered, with the day. */
export const ORDERS_2025: readonly (readonly [string, string])[] = [
  ["87-od-2025", "2025-09-08"],
  ["88-od-2025", "2025-09-08"],
  ["91-od-2025", "2025-09-12"],
  ["112-od-2025", "2025-11-06"],
  ["119-od-2025", "2025-11-24"],
  ["127-od-2025", "2025-12-08"],
];

/** A copy of the sample's records where nothing has been issued. */
export function copyOfSample(target: string): string {
  cpSync("content", target, { recursive: true });
  rmSync(`${target}/register`, { recursive: true, force: true });
  return target;
}

export function issue(content: string, document: string, options: Partial<IssueOptions> = {}): Promise<IssueReport> {
  return issueDocument({ content, templates: "templates", document, today: "2025-12-31", ...options });
}

/** Issues and fails the test when it was not possible. */
export async function issued(
  content: string,
  document: string,
  options: Partial<IssueOptions> = {},
): Promise<IssueReport> {
  const report = await issue(content, document, options);
  if (report.entry === null) throw new Error(JSON.stringify(report.diagnostics, null, 2));
  return report;
}

export function edit(path: string, change: (text: string) => string): void {
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error(`nothing changed in ${path}`);
  writeFileSync(path, changed);
}

/** A draft order of the sample: «__-ОД» in place of the number. */
export function writeDraft(content: string, id: string, date: string, number = "__-ОД"): void {
  writeFileSync(
    `${content}/orders/2025/${id}.yaml`,
    `# yaml-language-server: $schema=../../../templates/order-general/schema.json
kind: order-general
number: "${number}"  # черновик
date: ${date}
issuer: centre
subject: О проведении семинара для учителей ${id}
items:
  - text: провести семинар для учителей начальных классов
    due: 2025-12-30
    assignees: [remchuk-pi]
acknowledge: [remchuk-pi]
control: self
caseIndex: "01-05"
`,
  );
}

/** Files of the register of a content folder, by path inside it. */
export function registerFiles(content: string): string[] {
  return readdirSync(`${content}/register`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(content.length + 1))
    .sort();
}
