import type { Facts } from "../facts.ts";
import { type Text, text } from "../rule.ts";

/** What to write in place of a day off, as a hint. */
export function nextWorkingDay(facts: Facts, date: string): Text {
  const next = facts.calendar.nextWorking(date);
  return next === null
    ? text("Возьмите рабочий день", "Take a working day")
    : text(`Ближайший рабочий день: ${next}`, `Next working day: ${next}`);
}
