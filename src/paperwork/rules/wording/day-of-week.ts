import { numericDate, weekdayOf } from "../../../base/text/index.ts";
import { DAY, dayOf, SPACE } from "../reference-date.ts";
import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

const WEEKDAYS = ["воскресень", "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот"] as const;
const NAMES = [
  text("воскресенье", "Sunday"),
  text("понедельник", "Monday"),
  text("вторник", "Tuesday"),
  text("среда", "Wednesday"),
  text("четверг", "Thursday"),
  text("пятница", "Friday"),
  text("суббота", "Saturday"),
];
const NAMED = `(?<!\\p{L})(?:воскресень[ея]|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау])`;
/** «В языковую среду»: no day at all. */
const APART = `(?<!(?<!кажд|следующ|ближайш|перв|втор|треть|последн)(?:ую|юю|ая|яя)${SPACE})`;
/** «в среду, 12 февраля 2026 г.», «12.02.2026 (среда)», «12.02.2026, в среду». */
const BEFORE = new RegExp(`${APART}(?<name>${NAMED})(?:,?${SPACE}|${SPACE}\\()(?:на${SPACE})?${DAY}`, "giu");
const AFTER = new RegExp(`${DAY}(?:,?${SPACE}(?:во?${SPACE})?|${SPACE}\\()(?<name>${NAMED})(?!\\p{L})`, "giu");

/** A day of the week that stands beside a date is that of the date. */
export const dayOfWeek: WordingRule = {
  code: "TRC4135",
  title: text("День недели не сходится с датой", "A day of the week that is not that of the date"),
  validations: ["V41"],
  severity: "warning",
  why: text(
    "Дата и день недели говорят разное: люди придут в разные дни",
    "The date and the day of the week differ: people will come on different days",
  ),
  example: inOrder("собрать участников в среду, 4 декабря 2025 г.", "собрать участников в четверг, 4 декабря 2025 г."),
  recordsOnly: true,
  *findText(raw): Iterable<TextMatch> {
    if (!/\d{4}/.test(raw)) return;
    for (const found of pairs(raw)) {
      const day = dayOf(found);
      const said = WEEKDAYS.findIndex((stem) => found.groups?.name?.toLowerCase().startsWith(stem));
      const real = weekdayOf(day ?? "");
      const name = NAMES[real];
      if (day === null || name === undefined || said === real) continue;
      yield {
        start: found.index,
        end: found.index + found[0].length,
        message: text(`${numericDate(day)} – ${name.ru}`, `${day} is a ${name.en}`),
        hints: text("Исправьте дату или день недели", "Correct the date or the day of the week"),
      };
    }
  },
};

/** Names and days that stand side by side; in a list, where a name has a day on either side, all of it is read from its beginning. */
function pairs(raw: string): readonly RegExpExecArray[] {
  const all = [...raw.matchAll(BEFORE), ...raw.matchAll(AFTER)].sort((a, b) => a.index - b.index);
  let end = 0;
  return all.filter(({ 0: words, index }) => {
    const free = index >= end;
    if (free) end = index + words.length;
    return free;
  });
}
