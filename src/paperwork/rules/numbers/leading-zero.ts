import { documentNumber, documentNumbers } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A number begins with no nought. */
export const leadingZero: RecordRule = {
  code: "TRC2215",
  title: text("Номер начинается с нуля", "A number begins with a nought"),
  validations: ["V64"],
  severity: "warning",
  why: text(
    "Порядковый номер пишут без нулей впереди: «011» и «11» – один номер, а поиск их различит",
    "An ordinal has no noughts in front: “011” and “11” are one number, and search tells them apart",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 11",
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: 'number: "011-ОД"',
    right: 'number: "11-ОД"',
  },
  *check(facts): Iterable<Finding> {
    for (const {
      record,
      number: { prefix, order },
    } of documentNumbers(facts.dossier)) {
      const written = documentNumber(facts.dossier, record) ?? "";
      if (order === 0) {
        yield {
          record,
          pointer: "/number",
          severity: "error",
          message: text(`Номера «${written}» не бывает`, `There is no number "${written}"`),
          hints: text(
            "Счёт документов начинается с 1: исправьте номер",
            "Documents are counted from 1: correct the number",
          ),
        };
        continue;
      }
      const right = prefix + written.slice(prefix.length).replace(/^0+(?=\d)/, "");
      if (right === written) continue;
      yield {
        record,
        pointer: "/number",
        message: text(`Номер «${written}» начинается с нуля`, `The number "${written}" begins with a nought`),
        hints: text(`Напишите: number: "${right}"`, `Write: number: "${right}"`),
        expected: right,
      };
    }
  },
};
