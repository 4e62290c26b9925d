import { type Text, text } from "../base/diagnostics/index.ts";
import { type Approval, type DocumentApprovals, ROLE_NAMES, type Role } from "../office/approvals/index.ts";
import type { Output } from "./output.ts";

/** Words of a change that are shown around it. */
const CONTEXT = 30;
const MAX_CHANGES = 5;

type Documents = readonly DocumentApprovals[];

/** Who approved what, what is void and why, which words changed, who still must approve: for a person. */
export function approvalsTable(documents: Documents, output: Output): string {
  const whole = documents.filter(({ missing }) => missing.length === 0).length;
  const lines = documents.flatMap((one) => documentLines(one, output));
  const total = text(
    `Документов – ${documents.length}, одобрено полностью – ${whole}.`,
    `Documents ${documents.length}, approved in full ${whole}.`,
  );
  return `${[...lines, "", output.say(total)].join("\n").trimStart()}\n`;
}

/** The same in short, for the state of a set: what is void with its changed words, and how much still waits. */
export function approvalsSummary(documents: Documents, output: Output): string[] {
  const needed = documents.filter(({ required }) => required.length > 0);
  const whole = needed.filter(({ missing }) => missing.length === 0).length;
  const voided = needed.flatMap(({ document, approvals }) =>
    approvals
      .filter(({ state }) => state === "void")
      .flatMap((approval) => [document, ...approvalLines(approval, output)]),
  );
  return [
    text(`одобрено полностью – ${whole} из ${needed.length}`, `approved in full: ${whole} of ${needed.length}`),
    ...voided,
    ...(whole < needed.length
      ? [text("кто ещё должен одобрить, покажет trc sign-off", "who still has to approve: trc sign-off")]
      : []),
  ].map((line) => (typeof line === "string" ? line : output.say(line)));
}

const STATES = {
  free: text("одобрения не требует", "needs no approval"),
  approved: text("одобрен", "approved"),
  waiting: text("ждёт одобрения", "waits for approval"),
} as const;

function documentLines({ document, title, approvals, missing, required }: DocumentApprovals, output: Output): string[] {
  const { say } = output;
  const state = required.length === 0 ? "free" : missing.length === 0 ? "approved" : "waiting";
  const needed = missing.map((role) => `${say(ROLE_NAMES[role])} (${role})`).join(", ");
  return [
    "",
    `${title} – ${say(STATES[state])}`,
    `  ${document}`,
    ...approvals.flatMap((approval) => approvalLines(approval, output)),
    ...(missing.length === 0 ? [] : [say(text(`  нужно: ${needed}`, `  needed: ${needed}`))]),
  ];
}

function approvalLines(approval: Approval, { say }: Output): string[] {
  const { person, date, changes, signature } = approval;
  const roles = approval.roles.map((role: Role) => say(ROLE_NAMES[role])).join(", ");
  const why = signature?.reason == null ? "" : `: ${say(signature.reason)}`;
  const signed = signature === null ? "" : `, ${say(SIGNED[signature.state])}${why}`;
  const rest = changes.length - MAX_CHANGES;
  return [
    `  ${person} (${roles}), ${date}: ${say(validity(approval))}${signed}`,
    ...changes.slice(0, MAX_CHANGES).map((change) => `    ${change.words.map(wordsText).join("")}`),
    ...(rest > 0 ? [say(text(`    … и ещё изменений: ${rest}`, `    … and more changes: ${rest}`))] : []),
  ];
}

function validity({ reason, restyled }: Approval): Text {
  if (reason !== null) return text(`НЕДЕЙСТВИТЕЛЬНО: ${REASONS[reason].ru}`, `VOID: ${REASONS[reason].en}`);
  return restyled
    ? text(
        "одобрил(а), оформление с тех пор менялось, слова – нет",
        "approved, the styling has changed since, the words have not",
      )
    : text("одобрил(а)", "approved");
}

const SIGNED = {
  valid: text("подпись верна", "the signature is valid"),
  wrong: text("подпись неверна", "the signature is wrong"),
  unverified: text("подпись не проверена", "the signature is not verified"),
} as const;
const REASONS: { readonly [reason in NonNullable<Approval["reason"]>]: Text } = {
  words: text("слова изменились", "the words have changed"),
  edited: text("запись об одобрении правили руками", "the record of the approval was edited by hand"),
  role: text("лицо не вправе одобрять в этой роли на эту дату", "the person may not approve in this role on this date"),
  signature: text("подпись под одобрением неверна", "the signature under the approval is wrong"),
};

function wordsText({ kind, text: words }: Approval["changes"][number]["words"][number]): string {
  if (kind === "removed") return `[-${words}-]`;
  if (kind === "added") return `{+${words}+}`;
  return words.length > 2 * CONTEXT ? `${words.slice(0, CONTEXT)}…${words.slice(-CONTEXT)}` : words;
}
