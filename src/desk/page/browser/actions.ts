import type { PageState } from "../page-types.ts";
import type { PageWord } from "../page-words.ts";

/** A button: the action that it begins, and what it is about. */
export type ActionButton = {
  readonly action: string;
  readonly about: string | null;
  readonly word: PageWord;
  /** Why it cannot be begun now; null where it can. */
  readonly barred: PageWord | null;
};

/** Collections whose records are copied for the next school year. */
const COPIED = new Set(["orders", "agreements", "documents", "plans", "reports"]);

/** What can be done with a record and the document that is shown of it. */
export function actionsOf(
  { documents, records, problems }: PageState,
  file: string | null,
  shown: string | null,
): readonly ActionButton[] {
  const record = records.find((one) => one.file === file);
  if (file === null || record === undefined) return [];
  const own = documents.filter((one) => one.record === file);
  const document = own.find(({ id }) => id === shown) ?? own.find(({ number }) => number !== null) ?? own[0];
  const about = document?.id ?? null;
  const stage = document?.stage;
  const errors = problems.some(({ severity }) => severity === "error");
  // While an error stands, no document is made anew: one that is to be approved waits for it.
  const isIssued = stage === "issued" || stage === "archived";
  const waits = errors && !isIssued && COPIED.has(record.collection);
  const can: readonly (readonly [PageWord, string, string | null, boolean])[] = [
    ["approve", "approve", about, waits || stage === "waiting"],
    ["issue", "issue", about, waits || (stage !== undefined && !isIssued)],
    ["annul", "annul", about, isIssued],
    ["duplicate", "duplicate", file, COPIED.has(record.collection)],
    ["result", "result", file, record.collection === "activities"],
    ["archive", "archive", about, stage === "issued"],
    ["inArchive", "archived", about, stage === "archived"],
    ["history", "history", file, true],
  ];
  const barred = (action: string): PageWord | null =>
    waits && (action === "approve" || action === "issue") ? "errorsFirst" : null;
  return can.flatMap(([word, action, of, is]) => (is ? [{ action, about: of, word, barred: barred(action) }] : []));
}

/** What can be done with the set, in the order of the year. */
export const SET_ACTIONS: readonly ActionButton[] = (
  [
    ["search", "searchAll"],
    ["due", "due"],
    ["import", "importPlan"],
    ["build", "build"],
    ["export", "export"],
    ["release", "release"],
    ["verify", "verify"],
    ["archive", "archive"],
    ["year", "newYear"],
    ["undo-year", "undoYear"],
    ["upgrade", "upgrade"],
    ["sample", "openSample"],
  ] as const
).map(([action, word]) => ({ action, about: null, word, barred: null }));
