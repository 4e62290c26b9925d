import { type Approval, type DocumentApprovals, ROLE_NAMES, type SignOffState } from "../office/approvals/index.ts";

/** Words of a change that are shown around it. */
const CONTEXT = 30;
const MAX_CHANGES = 5;

/** Who approved what, what is void and why, which words changed, who still must approve: for a person. */
export function printApprovals({ documents }: SignOffState): string {
  const open = documents.filter(({ missing }) => missing.length > 0);
  const lines = documents.flatMap(documentLines);
  lines.push("", `Документов – ${documents.length}, одобрено полностью – ${documents.length - open.length}.`);
  return `${lines.join("\n").trimStart()}\n`;
}

/** The same in short, for the state of a set: what is void with its changed words, and how much still waits. */
export function approvalsSummary({ documents }: SignOffState): string[] {
  const needed = documents.filter(({ required }) => required.length > 0);
  const open = needed.filter(({ missing }) => missing.length > 0);
  const voided = needed.flatMap(({ document, approvals }) =>
    approvals.filter(({ state }) => state === "void").flatMap((approval) => [document, ...approvalLines(approval)]),
  );
  return [
    `одобрено полностью – ${needed.length - open.length} из ${needed.length}`,
    ...voided,
    ...(open.length > 0 ? ["кто ещё должен одобрить, покажет trc sign-off"] : []),
  ];
}

function documentLines({ document, title, approvals, missing, required }: DocumentApprovals): string[] {
  const state = required.length === 0 ? "одобрения не требует" : missing.length === 0 ? "одобрен" : "ждёт одобрения";
  return [
    "",
    `${title} – ${state}`,
    `  ${document}`,
    ...approvals.flatMap(approvalLines),
    ...(missing.length === 0 ? [] : [`  нужно: ${missing.map((role) => `${ROLE_NAMES[role]} (${role})`).join(", ")}`]),
  ];
}

function approvalLines(approval: Approval): string[] {
  const roles = approval.roles.map((role) => ROLE_NAMES[role]).join(", ");
  const signed =
    approval.signature === null
      ? ""
      : `, ${SIGNED[approval.signature.state]}${approval.signature.reason === null ? "" : `: ${approval.signature.reason}`}`;
  const validity =
    approval.reason === null
      ? `одобрил(а)${approval.restyled ? ", оформление с тех пор менялось, слова – нет" : ""}`
      : `НЕДЕЙСТВИТЕЛЬНО: ${REASONS[approval.reason]}`;
  const shown = approval.changes.slice(0, MAX_CHANGES);
  const rest = approval.changes.length - shown.length;
  return [
    `  ${approval.person} (${roles}), ${approval.date}: ${validity}${signed}`,
    ...shown.map((change) => `    ${change.words.map(wordsText).join("")}`),
    ...(rest > 0 ? [`    … и ещё изменений: ${rest}`] : []),
  ];
}

const SIGNED = { valid: "подпись верна", wrong: "подпись неверна", unverified: "подпись не проверена" } as const;
const REASONS: { readonly [reason in NonNullable<Approval["reason"]>]: string } = {
  words: "слова изменились",
  edited: "запись об одобрении правили руками",
  role: "лицо не вправе одобрять в этой роли на эту дату",
  signature: "подпись под одобрением неверна",
};

function wordsText({ kind, text }: Approval["changes"][number]["words"][number]): string {
  if (kind === "removed") return `[-${text}-]`;
  if (kind === "added") return `{+${text}+}`;
  return text.length > 2 * CONTEXT ? `${text.slice(0, CONTEXT)}…${text.slice(-CONTEXT)}` : text;
}
