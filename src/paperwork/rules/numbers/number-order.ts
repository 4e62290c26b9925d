import { numericDate } from "../../../base/text/index.ts";
import { documentDate, documentNumbers, type TakenNumber } from "../../facts/index.ts";
import type { Dossier } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { againstFileName } from "./named-by-file.ts";

/** Within a year numbers grow with the dates; what stands outside of the longest row that does is wrong. */
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
    for (const numbers of sequences(dossier)) {
      const kept = longestRow(numbers);
      for (const one of numbers) {
        if (kept.has(one)) continue;
        const others = numbers.filter((other) => kept.has(other) && isCrossed(one, other));
        const crossed = others.find(({ number }) => (number.order ?? 0) > (one.number.order ?? 0)) ?? others.at(-1);
        if (crossed !== undefined) yield outOfOrder(dossier, one, crossed);
      }
    }
  },
};

function outOfOrder(dossier: Dossier, one: TakenNumber, crossed: TakenNumber): Finding {
  const [number, other] = [one.record.data.number, crossed.record.data.number];
  const [earlier, before] = one.date < crossed.date ? ["раньше", "before"] : ["позже", "after"];
  return {
    record: one.record,
    pointer: documentDate(dossier, one.record)?.pointer ?? "/number",
    message: text(
      `Документ № ${number} датирован ${earlier} (${numericDate(one.date)}), чем № ${other} (${numericDate(crossed.date)})`,
      `No. ${number} is dated ${one.date}, ${before} No. ${other} of ${crossed.date}`,
    ),
    hints: text("Исправьте дату или номер этого документа", "Correct the date or the number of this document"),
    related: {
      record: crossed.record,
      pointer: documentDate(dossier, crossed.record)?.pointer ?? "/number",
      message: text(`документ № ${other}`, `No. ${other}`),
    },
  };
}

/** A smaller number of a later day. */
function isCrossed(one: TakenNumber, other: TakenNumber): boolean {
  const later = (one.number.order ?? 0) - (other.number.order ?? 0);
  return later !== 0 && one.date !== other.date && later > 0 !== one.date > other.date;
}

/** Of numbers in their order the most that have their dates in order too. */
function longestRow(numbers: readonly TakenNumber[]): ReadonlySet<TakenNumber> {
  const before = new Map<TakenNumber, TakenNumber | undefined>();
  const ends: TakenNumber[] = [];
  // Of rows of one length the first: the newer document is rather the wrong one.
  let last: TakenNumber | undefined;
  for (const one of numbers) {
    const [from, to] = [ends.findIndex(({ date }) => date > one.date), ends.length];
    const at = from < 0 ? to : from;
    before.set(one, ends[at - 1]);
    if (at === ends.length) last = one;
    ends[at] = one;
  }
  const row = new Set<TakenNumber>();
  for (let one = last; one !== undefined; one = before.get(one)) row.add(one);
  return row;
}

/** Documents of each series, by number; a number that contradicts the name of its file is told as that. */
function sequences(dossier: Dossier): readonly (readonly TakenNumber[])[] {
  const groups = new Map<string, TakenNumber[]>();
  for (const one of documentNumbers(dossier)) {
    if (againstFileName(dossier, one.record) !== null) continue;
    const { key } = one.series;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => group.sort(byNumber));
}

function byNumber({ number: a }: TakenNumber, { number: b }: TakenNumber): number {
  return (a.order ?? 0) - (b.order ?? 0) || (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0);
}
