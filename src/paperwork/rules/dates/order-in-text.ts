import { numericDate } from "../../../base/text/index.ts";
import { allRecords } from "../../records/index.ts";
import { matchesIn } from "../matches-in.ts";
import { DATED, dayOf } from "../reference-date.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** An order that a text names has the date of its record. */
export const orderInText: RecordRule = {
  code: "TRC2231",
  title: text("В тексте приказ назван с другой датой", "A text names an order with another date"),
  validations: ["V16"],
  severity: "warning",
  why: text(
    "Номер в году один: приказа с таким номером и другой датой нет, ссылка ведёт в никуда",
    "A number is given once a year: with another date there is no such order",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 12",
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: исполнить приказ от 06.09.2025 № 145-ОД",
    right: "items:\n  - text: исполнить приказ от 05.09.2025 № 145-ОД",
  },
  *check(facts): Iterable<Finding> {
    const orders = facts.all("orders").flatMap((record) => {
      const { number, date } = record.data;
      return number === undefined || date === undefined ? [] : [{ record, number, date }];
    });
    for (const record of allRecords(facts.dossier))
      if (!FROZEN.has(record.collection) && record.text.includes("№"))
        for (const { found, place } of matchesIn(record, NAMED)) {
          const day = dayOf(found);
          const same = orders.filter(
            ({ number, date }) => number === found.groups?.number && date.slice(0, 4) === day?.slice(0, 4),
          );
          const [order] = same;
          if (day === null || order === undefined || same.some(({ date }) => date === day)) continue;
          yield {
            ...place,
            message: text(
              `Приказ № ${order.number} – от ${numericDate(order.date)}, а не от ${numericDate(day)}`,
              `The order No. "${order.number}" is of ${order.date}, not of ${day}`,
            ),
            hints: text(
              `Напишите: от ${numericDate(order.date)} № ${order.number}; если это приказ другой организации, снимите замечание`,
              "Correct the date; if it is an order of another organisation, waive the finding",
            ),
            related: { record: order.record, pointer: "/date", message: text("дата приказа", "date of the order") },
          };
        }
  },
};

/** Written by the program, or said of what is no text of the record. */
const FROZEN = new Set(["register", "approvals"]);
/** «от 05.09.2025 № 145-ОД», «от 5 сентября 2025 г. № 145-ОД». */
const NAMED = new RegExp(`${DATED}[\\s\\u00a0]+№[\\s\\u00a0]*(?<number>\\d+[\\p{L}\\d/-]*)`, "giu");
