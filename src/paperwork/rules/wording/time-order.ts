import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

const HOURS = "(?<!\\d)([01]?\\d|2[0-3]):([0-5]\\d)(?!\\d)";
const SPAN = new RegExp(`${HOURS}(?:[ \\u00a0]?[–—-][ \\u00a0]?|[ \\u00a0]до[ \\u00a0])${HOURS}`, "gu");
/** Whoever keeps watch at night ends in the morning, whoever keeps it for a day and a night when it began. */
const NIGHTS = [
  { from: 18 * 60, to: 9 * 60 },
  { from: 15 * 60, to: 8 * 60 },
];
const MORNING = 9 * 60;
const DAY = 24 * 60;

/** Hours go from the earlier to the later. */
export const timeOrder: WordingRule = {
  code: "TRC4134",
  title: text("Часы идут от позднего к раннему", "Hours go from the later to the earlier"),
  validations: ["V41"],
  severity: "warning",
  everywhere: true,
  why: text(
    "Конец не бывает раньше начала: скорее всего, часы переставлены",
    "The end is before the beginning: the hours were probably swapped",
  ),
  example: inOrder("провести встречу 16:00–14:00", "провести встречу 14:00–16:00"),
  *findText(raw): Iterable<TextMatch> {
    for (const { 0: found, 1: hour, 2: minute, 3: endHour, 4: endMinute, index } of raw.matchAll(SPAN)) {
      const [from, to] = [Number(hour) * 60 + Number(minute), Number(endHour) * 60 + Number(endMinute)];
      const isNight = NIGHTS.some((night) => from >= night.from && to <= night.to);
      if (isNight || from < (to === 0 ? DAY : to) || (from === to && to <= MORNING)) continue;
      const message =
        from === to
          ? text(`«${found}»: начало и конец – одно и то же время`, `“${found}”: the beginning is the end`)
          : text(`«${found}»: конец раньше начала`, `“${found}”: the end is before the beginning`);
      const hints = text("Проверьте начало и конец", "Check the beginning and the end");
      yield { start: index, end: index + found.length, message, hints };
    }
  },
};
