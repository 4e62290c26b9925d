import type { ActionAnswer, Choices, DeskAnswer, DeskAsked, PageCheck, PageEdit, RecordForm } from "../page-types.ts";

/** The form of a record; null where there is none, undefined where the server cannot be reached. */
export async function fetchForm(file: string): Promise<RecordForm | null | undefined> {
  const answer = await fetch(`record?file=${encodeURIComponent(file)}`).catch(() => undefined);
  if (answer === undefined) return undefined;
  return answer.ok ? ((await answer.json()) as RecordForm) : null;
}

/** What references of a record may name. */
export async function fetchChoices(file: string): Promise<Choices> {
  const answer = await fetch(`choices?file=${encodeURIComponent(file)}`).catch(() => null);
  return answer?.ok === true ? ((await answer.json()) as Choices) : {};
}

/** Why there is no answer, as a word of the page: the server cannot be reached, or has failed. */
export type Unanswered = "lost" | "fault";

/** Where the browser keeps who is at the desk. */
export const ME = "trc-me";

/** What is written is kept with who wrote it, where that was said. */
const WRITING: ReadonlySet<keyof DeskAsked> = new Set(["change", "text", "undo", "redo", "act"]);

/** Asks the server to do something. */
export async function ask<Action extends keyof DeskAsked>(
  action: Action,
  asked: DeskAsked[Action],
): Promise<(Action extends "act" ? ActionAnswer : Action extends "check" ? PageCheck : DeskAnswer) | Unanswered> {
  const who = WRITING.has(action) ? { who: localStorage.getItem(ME) ?? "" } : {};
  const answer = await fetch(`do/${action}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...asked, ...who }),
  }).catch(() => null);
  if (answer === null) return "lost";
  return answer.ok ? await answer.json() : "fault";
}

/** Tells the other windows what somebody has under the hands in this one; null for nothing. */
export async function tell(window: string, edit: PageEdit | null): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  await fetch("do/presence", { method: "POST", headers, body: JSON.stringify({ window, edit }) }).catch(() => null);
}

/** Hands a file over; the name by which actions know it, null where it was not taken. */
export async function upload(file: File): Promise<string | null> {
  const answer = await fetch(`do/upload?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file }).catch(
    () => null,
  );
  return answer?.ok === true ? ((await answer.json()) as { readonly name: string }).name : null;
}
