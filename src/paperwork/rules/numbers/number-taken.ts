import { numericDate } from "../../../base/text/index.ts";
import {
  documentNumbers,
  formatNumber,
  nextFree,
  numberKey,
  outsideNumbers,
  type TakenNumber,
} from "../../facts/index.ts";
import type { Dossier } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

type Related = NonNullable<Finding["related"]>;

/** Within a year no two documents of a series have one number: `trc issue` refuses what is found here. */
export const numberTaken: RecordRule = {
  code: "TRC2101",
  title: text("Номер документа уже занят", "The number of the document is taken"),
  validations: ["V01"],
  why: text(
    "По номеру и дате документ находят в журнале и ссылаются на него в других документах; у двух документов года не может быть одного номера",
    "A document is found and referred to by its number and date; two documents of a year cannot share a number",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 11 «Регистрационный номер документа»",
  example: {
    file: "orders/2025/88-od-2025.yaml",
    wrong: 'number: "87-ОД"',
    right: 'number: "88-ОД"',
  },
  *check({ dossier }): Iterable<Finding> {
    const taken = new Map<string, TakenNumber>();
    const byDate = [...documentNumbers(dossier)].sort((a, b) =>
      `${a.date} ${a.record.id}` < `${b.date} ${b.record.id}` ? -1 : 1,
    );
    for (const one of byDate) {
      const { number, date, record, series } = one;
      const key = `${series.key} ${numberKey(number)}`;
      const first = taken.get(key);
      const outside = number.letter === "" && number.order !== null ? outsideWith(dossier, one) : undefined;
      if (first === undefined && outside === undefined) {
        taken.set(key, one);
        continue;
      }
      const written = String(record.data.number);
      const free = number.order === null ? undefined : formatNumber(nextFree(dossier, series));
      const year = date.slice(0, 4);
      yield {
        record,
        pointer: "/number",
        message: text(`Номер «${written}» за ${year} год уже занят`, `Number "${written}" is already taken in ${year}`),
        hints:
          free === undefined
            ? text("Дайте документу другой номер", "Give the document another number")
            : text(`Ближайший свободный номер: number: "${free}"`, `Next free: number: "${free}"`),
        related: first === undefined ? outside : besides(first),
        expected: free,
      };
    }
  },
};

function besides({ record, date }: TakenNumber): Related {
  return {
    record,
    pointer: "/number",
    message: text(
      `документ с этим номером уже есть: № ${record.data.number} от ${numericDate(date)}`,
      `the number already belongs to ${record.id} of ${date}`,
    ),
  };
}

/** The place of a register that says the number is that of a document outside the records. */
function outsideWith(dossier: Dossier, { number: { order }, series }: TakenNumber): Related | undefined {
  const found = outsideNumbers(dossier, series).find(({ from, to }) => from <= (order ?? 0) && (order ?? 0) <= to);
  return (
    found && {
      record: found.record,
      pointer: found.pointer,
      message: text("номер занят приказом вне записей", "the number belongs to an order outside the records"),
    }
  );
}
