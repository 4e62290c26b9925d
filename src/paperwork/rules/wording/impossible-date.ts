import { countForm, monthName } from "../../../language/index.ts";
import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) =>
  monthName(`2024-${String(index + 1).padStart(2, "0")}`, "genitive"),
);

/** «31 ноября 2025» and «31.11.2025». */
const DATE = new RegExp(
  `(?<![\\d.])(\\d{1,2})(?:[\\s\\u00a0]+(${MONTHS.join("|")})(?:[\\s\\u00a0]+(\\d{4}))?|(?<=\\d\\d)\\.(\\d{2})\\.(\\d{4})(?!\\d))`,
  "giu",
);

/** No 31 June in a text. */
export const impossibleDate: WordingRule = {
  code: "TRC4110",
  title: text("Невозможная дата в тексте", "An impossible date in a text"),
  validations: ["V41"],
  why: text("Такого дня в календаре нет", "There is no such day"),
  example: inOrder("подать заявки до 31 ноября 2025 г.", "подать заявки до 30 ноября 2025 г."),
  *findText(raw): Iterable<TextMatch> {
    for (const found of raw.matchAll(DATE)) {
      const [words, day, name = "", ofName, digits, ofDigits] = found;
      const month = digits === undefined ? MONTHS.indexOf(name.toLowerCase()) + 1 : Number(digits);
      // Without a year February is allowed its 29th.
      const year = Number(ofName ?? ofDigits ?? 2024);
      const last = month < 1 || month > 12 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();
      if (Number(day) >= 1 && Number(day) <= last) continue;
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
  },
};
