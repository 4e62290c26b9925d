import { countForm } from "../../../language/index.ts";
import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

const MONTHS = [
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря",
];

/** No 31 June in a text. */
export const impossibleDate: WordingRule = {
  code: "TRC4110",
  title: text("Невозможная дата в тексте", "An impossible date in a text"),
  validations: ["V41"],
  why: text("Такого дня в календаре нет", "There is no such day"),
  example: inOrder("подать заявки до 31 ноября 2025 г.", "подать заявки до 30 ноября 2025 г."),
  *findText(raw): Iterable<TextMatch> {
    const words = new RegExp(
      `(?<![\\d.])(\\d{1,2})[\\s\\u00a0]+(${MONTHS.join("|")})(?:[\\s\\u00a0]+(\\d{4}))?`,
      "giu",
    );
    for (const found of raw.matchAll(words)) {
      const [all, date, month = "", year] = found;
      yield* impossible(found.index, all, Number(date), MONTHS.indexOf(month.toLowerCase()) + 1, year);
    }
    for (const found of raw.matchAll(/(?<![\d.])(\d{2})\.(\d{2})\.(\d{4})(?!\d)/gu)) {
      const [all, date, month, year] = found;
      yield* impossible(found.index, all, Number(date), Number(month), year);
    }
  },
};

function* impossible(
  start: number,
  all: string,
  date: number,
  month: number,
  year: string | undefined,
): Iterable<TextMatch> {
  // Without a year February is allowed its 29th.
  const last = month < 1 || month > 12 ? 0 : new Date(Date.UTC(Number(year ?? 2024), month, 0)).getUTCDate();
  if (date >= 1 && date <= last) return;
  yield {
    start,
    end: start + all.length,
    message: text(`Даты «${all}» не бывает`, `There is no such date: "${all}"`),
    hints:
      last === 0
        ? []
        : text(`В этом месяце ${last} ${countForm(last, "день", "дня", "дней")}`, `The month has ${last} days`),
  };
}
