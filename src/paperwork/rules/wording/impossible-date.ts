import { countForm } from "../../../language/index.ts";
import { MONTHS } from "../reference-date.ts";
import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

/** «31 ноября 2025» and «31.11.2025». */
const DATE = new RegExp(
  `(?<![\\d.])(\\d{1,2})(?:[\\s\\u00a0]+(${MONTHS.join("|")})(?:[\\s\\u00a0]+(\\d{4}))?|(?<=\\d\\d)\\.(\\d{2})\\.(\\d{4})(?!\\d))`,
  "giu",
);

/** «25:00», «в 10:75»: hours after a word of time or in a span, not a score or a scale. */
const HOUR =
  /(?<=(?<!\p{L})(?:во?|к|с|до|по|начало|начала|около)[ \u00a0]|\d\d:\d\d[ \u00a0]?[–—-][ \u00a0]?)(\d{1,2}):(\d{2})(?![:\d])/giu;
const [HOURS, MINUTES, WHOLE] = [24, 60, 100];

/** No 31 June in a text, and no 25:00. */
export const impossibleDate: WordingRule = {
  code: "TRC4110",
  title: text("Невозможная дата или время в тексте", "An impossible date or time in a text"),
  validations: ["V41"],
  why: text("Такого дня нет в календаре, а такого часа – в сутках", "There is no such day or hour"),
  example: inOrder("подать заявки до 31 ноября 2025 г.", "подать заявки до 30 ноября 2025 г."),
  *findText(raw): Iterable<TextMatch> {
    for (const found of raw.matchAll(DATE)) {
      const [words, day, name = "", ofName, digits, ofDigits] = found;
      const month = digits === undefined ? MONTHS.indexOf(name.toLowerCase()) + 1 : Number(digits);
      // Without a year February is allowed its 29th.
      const year = Number(ofName ?? ofDigits ?? 2024);
      const last = month < 1 || month > 12 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();
      if (Number(day) >= 1 && Number(day) <= last) continue;
      // «32.99.5300»: a code of goods has neither a day nor a month nor a year.
      if (digits !== undefined && Number(day) > 31 && last === 0 && !/^(?:19|20)/.test(ofDigits ?? "")) continue;
      const days = text(
        `В этом месяце ${last} ${countForm(last, "день", "дня", "дней")}`,
        `The month has ${last} days`,
      );
      yield {
        start: found.index,
        end: found.index + words.length,
        message: text(`Даты «${words}» не бывает`, `There is no such date: "${words}"`),
        hints: last === 0 ? text("Месяцев двенадцать", "A year has twelve months") : days,
      };
    }
    for (const { 0: words, 1: hour, 2: minute, index } of raw.matchAll(HOUR)) {
      if ((Number(hour) < HOURS || Number(hour) + Number(minute) === HOURS) && Number(minute) < MINUTES) continue;
      // «С 70:30 до 60:40»: shares of a hundred.
      if (Number(hour) + Number(minute) === WHOLE) continue;
      yield {
        start: index,
        end: index + words.length,
        message: text(`Времени «${words}» не бывает`, `There is no such time: "${words}"`),
        hints: text("В сутках 24 часа, в часе 60 минут", "A day has 24 hours, an hour 60 minutes"),
      };
    }
  },
};
