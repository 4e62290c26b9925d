import { numericDate } from "../../../base/text/index.ts";
import { documentDate, documentNumbers, type TakenNumber } from "../../facts/index.ts";
import type { Dossier } from "../../records/index.ts";
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
  *check({ dossier }): Iterable<Finding> {
    const reported = new Set<TakenNumber>();
    for (const numbers of sequences(dossier)) {
      let latest: TakenNumber | undefined;
      for (const one of numbers) {
        if (
          latest !== undefined &&
          (latest.number.order ?? 0) < (one.number.order ?? 0) &&
          one.date < latest.date &&
          !reported.has(one)
        ) {
          reported.add(one);
          const [number, before] = [one.record.data.number, latest.record.data.number];
          yield {
            record: one.record,
            pointer: documentDate(dossier, one.record)?.pointer ?? "/number",
            message: text(
              `Документ № ${number} датирован раньше (${numericDate(one.date)}), чем № ${before} (${numericDate(latest.date)})`,
              `No. ${number} is dated ${one.date}, before No. ${before} of ${latest.date}`,
            ),
            hints: text("Поменяйте номера местами или исправьте дату", "Swap the numbers or correct the date"),
            related: {
              record: latest.record,
              pointer: documentDate(dossier, latest.record)?.pointer ?? "/number",
              message: text(`документ с меньшим номером: ${before}`, `the smaller number: ${before}`),
            },
          };
        }
        if (latest === undefined || one.date > latest.date) latest = one;
      }
    }
  },
};

/** Documents of each series, by number. */
function sequences(dossier: Dossier): readonly (readonly TakenNumber[])[] {
  const groups = new Map<string, TakenNumber[]>();
  for (const one of documentNumbers(dossier)) {
    const { key } = one.series;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => group.sort(byNumber));
}

function byNumber({ number: a }: TakenNumber, { number: b }: TakenNumber): number {
  return (a.order ?? 0) - (b.order ?? 0) || (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0);
}
