import { documentNumbers, formatNumber, indexKey, type TakenNumber } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A number has the form of its author's series: `trc issue` could not read it either. */
export const numberForm: RecordRule = {
  code: "TRC2163",
  title: text("Номер написан не так, как другие номера ряда", "The number is not written as the others of its series"),
  validations: ["V01"],
  why: text(
    "Номер начинается с порядкового числа, за ним индекс: иначе его нет ни в ряду, ни в журнале, и документ не издать",
    "A number begins with its ordinal, the index follows: otherwise it is in no series and no register, and the document cannot be issued",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 11 «Регистрационный номер документа»",
  example: { file: "orders/2026/11-od-2026.yaml", wrong: 'number: "ОД-11"', right: 'number: "11-ОД"' },
  *check({ dossier }): Iterable<Finding> {
    const numbers = documentNumbers(dossier);
    for (const one of numbers) {
      if (one.number.order !== null) continue;
      const written = one.number.suffix;
      const like = seriesMeant(one, numbers);
      if (like === undefined) continue;
      const orders = written.match(/\d+/g) ?? [];
      const right = orders.length === 1 ? formatNumber({ ...like.number, order: Number(orders[0]), letter: "" }) : null;
      yield {
        record: one.record,
        pointer: "/number",
        message: text(
          `Номер «${written}» не разобрать: номера этого ряда пишут так: «${formatNumber(like.number)}»`,
          `The number "${written}" cannot be read: numbers of this series are written "${formatNumber(like.number)}"`,
        ),
        hints:
          right === null
            ? text("Поставьте вперёд порядковое число", "Put the ordinal number first")
            : text(`Напишите: number: "${right}"`, `Write: number: "${right}"`),
        related: {
          record: like.record,
          pointer: "/number",
          message: text("номер того же ряда", "a number of the same series"),
        },
        expected: right ?? undefined,
      };
    }
  },
};

/** A number of the author's own that bears the same letters; of the centre, whose series are all known, any of the folder. */
function seriesMeant(one: TakenNumber, numbers: readonly TakenNumber[]): TakenNumber | undefined {
  const { author, of } = one.series;
  const written = letters(one.number.suffix);
  const own = numbers.filter(
    ({ number, series }) => number.order !== null && series.author === author && series.of.collection === of.collection,
  );
  const same = own.filter(({ number }) => letters(indexKey(number)) === written).at(-1);
  return same ?? (author === "centre" && of.collection === "orders" ? own.at(-1) : undefined);
}

function letters(index: string): string {
  return index.toUpperCase().replace(/[^А-ЯЁA-Z]/g, "");
}
