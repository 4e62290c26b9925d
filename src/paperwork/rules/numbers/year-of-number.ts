import { documentNumber } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A year in a number is that of the date. */
export const yearOfNumber: RecordRule = {
  code: "TRC2211",
  title: text("Год в номере – не год документа", "The year in a number is not that of the document"),
  validations: ["V01"],
  severity: "warning",
  why: text(
    "Год в номере показывает, в каком ряду стоит документ; другой год – чужой ряд",
    "The year of a number tells its series; another year is another series",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 11",
  example: {
    file: "agreements/3-2025-trc.yaml",
    wrong: 'number: "3/2026-ТРЦ"\ndate: 2025-09-10',
    right: 'number: "3/2025-ТРЦ"\ndate: 2025-09-10',
  },
  *check(facts): Iterable<Finding> {
    for (const { record, date } of facts.documents) {
      const number = documentNumber(facts.dossier, record);
      const [, year] = /[/-](20\d\d)(?!\d)/.exec(number ?? "") ?? [];
      if (number === undefined || year === undefined || year === date.slice(0, 4)) continue;
      const right = number.replace(year, date.slice(0, 4));
      yield {
        record,
        pointer: "/number",
        message: text(
          `В номере год ${year}, а документ – ${date.slice(0, 4)} года`,
          `The number has the year ${year}, the document is of ${date.slice(0, 4)}`,
        ),
        hints: text(`Напишите «${right}» или исправьте дату`, `Write “${right}”, or correct the date`),
        expected: right,
      };
    }
  },
};
