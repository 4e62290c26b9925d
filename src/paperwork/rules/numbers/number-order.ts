import { numericDate } from "../../../base/text/index.ts";
import { parseNumber } from "../../facts/index.ts";
import type { ContentRecord } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, string } from "../values.ts";

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
    for (const numbers of sequences(facts.all("orders"))) yield* disorder(numbers);
    for (const numbers of sequences(facts.all("agreements"))) yield* disorder(numbers);
  },
};

type Numbered = {
  readonly record: ContentRecord;
  readonly date: string;
  readonly number: number;
  readonly letter: string;
  readonly shown: string;
};

/** Documents of one issuer, year and index, by number. */
function sequences(records: readonly ContentRecord[]): readonly (readonly Numbered[])[] {
  const groups = new Map<string, Numbered[]>();
  for (const record of records) {
    const shown = string(record.data.number);
    const date = day(record.data.date);
    const parts = shown === undefined ? null : parseNumber(shown);
    if (shown === undefined || date === undefined || parts === null || parts.order === null) continue;
    const key = JSON.stringify([record.data.issuer ?? null, date.slice(0, 4), parts.prefix, parts.suffix]);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ record, date, number: parts.order, letter: parts.letter, shown });
  }
  return [...groups.values()].map((group) =>
    group.sort((a, b) => a.number - b.number || (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0)),
  );
}

function* disorder(numbers: readonly Numbered[]): Iterable<Finding> {
  let latest: Numbered | undefined;
  for (const one of numbers) {
    if (latest !== undefined && one.number > latest.number && one.date < latest.date) {
      yield {
        record: one.record,
        pointer: "/date",
        message: text(
          `Документ № ${one.shown} датирован раньше (${numericDate(one.date)}), чем № ${latest.shown} (${numericDate(latest.date)})`,
          `No. ${one.shown} is dated ${one.date}, before No. ${latest.shown} of ${latest.date}`,
        ),
        hints: [text("Поменяйте номера местами или исправьте дату", "Swap the numbers or mend the date")],
        related: [
          {
            record: latest.record,
            pointer: "/date",
            message: text(`документ с меньшим номером: ${latest.shown}`, `the smaller number: ${latest.shown}`),
          },
        ],
        actual: one.date,
      };
    }
    if (latest === undefined || one.date > latest.date) latest = one;
  }
}
