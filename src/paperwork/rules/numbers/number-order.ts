import { numericDate } from "../../../base/text/index.ts";
import { parseNumber } from "../../facts/index.ts";
import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** Within a year numbers grow with the dates. */
export const numberOrder: RecordRule = {
  code: "TRC2102",
  title: text("Номера идут не по порядку дат", "Numbers are not in the order of dates"),
  validations: ["V02"],
  severity: "warning",
  why: text(
    "Номера дают подряд в день подписания: больший номер не может быть раньше меньшего",
    "Numbers are given in turn on the day of signing",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 11 «Регистрационный номер документа»",
  example: { file: "orders/2025/119-od-2025.yaml", wrong: "date: 2025-12-15", right: "date: 2025-11-24" },
  *check(facts): Iterable<Finding> {
    for (const numbers of sequences(facts)) {
      let latest: Numbered | undefined;
      for (const one of numbers) {
        if (latest !== undefined && one.order > latest.order && one.date < latest.date)
          yield {
            record: one.record,
            pointer: "/date",
            message: text(
              `Документ № ${one.number} датирован раньше (${numericDate(one.date)}), чем № ${latest.number} (${numericDate(latest.date)})`,
              `No. ${one.number} is dated ${one.date}, before No. ${latest.number} of ${latest.date}`,
            ),
            hints: text("Поменяйте номера местами или исправьте дату", "Swap the numbers or correct the date"),
            related: {
              record: latest.record,
              pointer: "/date",
              message: text(`документ с меньшим номером: ${latest.number}`, `the smaller number: ${latest.number}`),
            },
          };
        if (latest === undefined || one.date > latest.date) latest = one;
      }
    }
  },
};

type Numbered = {
  readonly record: RecordOf<"orders"> | RecordOf<"agreements">;
  readonly date: string;
  readonly number: string;
  readonly order: number;
  readonly letter: string;
};

/** Documents of one issuer, year and index, by number. */
function sequences(facts: Facts): readonly (readonly Numbered[])[] {
  const groups = new Map<string, Numbered[]>();
  for (const record of [...facts.all("orders"), ...facts.all("agreements")]) {
    const { number = "", date } = record.data;
    const parts = parseNumber(number);
    if (date === undefined || parts === null || parts.order === null) continue;
    const series = record.collection === "orders" ? (record.data.issuer ?? "") : record.collection;
    const key = JSON.stringify([series, date.slice(0, 4), parts.prefix, parts.suffix]);
    groups.set(key, [...(groups.get(key) ?? []), { record, date, number, order: parts.order, letter: parts.letter }]);
  }
  return [...groups.values()].map((group) =>
    group.sort((a, b) => a.order - b.order || (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0)),
  );
}
