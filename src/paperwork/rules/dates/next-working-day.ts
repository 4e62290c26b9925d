import type { Facts } from "../facts.ts";
import { type Text, text } from "../rule.ts";

/** What to write in place of a day off. */
export function nextWorkingDay(facts: Facts, date: string): { readonly hints: Text; readonly expected?: string } {
  const next = facts.calendar.nextWorking(date);
  return next === null
    ? { hints: text("Возьмите рабочий день", "Take a working day") }
    : { hints: text(`Ближайший рабочий день: ${next}`, `Next working day: ${next}`), expected: next };
}
