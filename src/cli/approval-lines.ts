import { type Text, text } from "../base/diagnostics/index.ts";
import { type Approval, type DocumentApprovals, ROLE_NAMES } from "../office/approvals/index.ts";
import { wordLines } from "./changed-words.ts";
import { joined, type Line } from "./output.ts";

/** Letters of what stayed that are shown at each side of a change. */
const CONTEXT = 30;
const MAX_CHANGES = 5;

/** Who approved what, what is void and why, which words changed, who still must approve. */
export function approvalLines(documents: readonly DocumentApprovals[]): Line[] {
  const whole = documents.filter(({ missing }) => missing.length === 0).length;
  return [
    ...documents.flatMap(documentLines),
    text(
      `Документов – ${documents.length}, одобрено полностью – ${whole}.`,
      `Documents ${documents.length}, approved in full ${whole}.`,
    ),
  ];
}

/** The same in short, for the state of a set: what is void with its changed words, and how much still waits. */
export function approvalSummary(documents: readonly DocumentApprovals[]): Line[] {
  const needed = documents.filter(({ required }) => required.length > 0);
  const whole = needed.filter(({ missing }) => missing.length === 0).length;
  return [
    text(`одобрено полностью – ${whole} из ${needed.length}`, `approved in full: ${whole} of ${needed.length}`),
    ...needed.flatMap(({ document, approvals }) =>
      approvals.filter(({ state }) => state === "void").flatMap((approval) => [document, ...linesOf(approval)]),
    ),
    whole < needed.length &&
      text("кто ещё должен одобрить, покажет trc sign-off", "who still has to approve: trc sign-off"),
  ];
}

const STATES = {
  free: text("одобрения не требует", "needs no approval"),
  approved: text("одобрен", "approved"),
  waiting: text("ждёт одобрения", "waits for approval"),
} as const;

function documentLines({ document, title, approvals, missing, required }: DocumentApprovals): Line[] {
  const state = required.length === 0 ? "free" : missing.length === 0 ? "approved" : "waiting";
  const needed = missing.map((role) => joined([ROLE_NAMES[role], ` (${role})`]));
  return [
    joined([`${title} – `, STATES[state]]),
    `  ${document}`,
    ...approvals.flatMap(linesOf),
    missing.length > 0 && joined([text("  нужно: ", "  needed: "), joined(needed, ", ")]),
    "",
  ];
}

function linesOf(approval: Approval): Line[] {
  const { person, date, changes, signature, roles } = approval;
  const why = signature?.reason == null ? [] : [": ", signature.reason];
  const signed = signature === null ? [] : [", ", SIGNED[signature.state], ...why];
  const names = roles.map((role) => ROLE_NAMES[role]);
  const rest = changes.length - MAX_CHANGES;
  return [
    joined([`  ${person} (`, joined(names, ", "), `), ${date}: `, validity(approval), ...signed]),
    ...changes.slice(0, MAX_CHANGES).flatMap((change) => wordLines(change, "    ", CONTEXT)),
    rest > 0 && text(`    … и ещё изменений: ${rest}`, `    … and more changes: ${rest}`),
  ];
}

function validity({ reason, restyled }: Approval): Text {
  if (reason !== null) return joined([text("НЕДЕЙСТВИТЕЛЬНО: ", "VOID: "), REASONS[reason]]);
  return restyled
    ? text(
        "одобрено, оформление с тех пор менялось, слова – нет",
        "approved, the styling has changed since, the words have not",
      )
    : text("одобрено", "approved");
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
