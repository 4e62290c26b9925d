import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { aSlip, namedActs } from "./named-acts.ts";

/** A federal law that a text names stands in the reference book. */
export const unknownLaw: RecordRule = {
  code: "TRC2247",
  title: text("Закона нет в справочнике", "The law is not in the reference book"),
  validations: ["V48"],
  severity: "warning",
  why: text(
    "Номер закона легко перепутать, и документ сошлётся на другой закон; известные законы перечислены в laws.yaml",
    "A number of a law is easily mistaken, and the document then refers to another law; laws.yaml lists those that are known",
  ),
  norm: "Справочник laws.yaml",
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: соблюдать Федеральный закон от 29.12.2012 № 237-ФЗ",
    right: "items:\n  - text: соблюдать Федеральный закон от 29.12.2012 № 273-ФЗ",
  },
  *check(facts): Iterable<Finding> {
    for (const { number, day, known, law, place, laws } of namedActs(facts)) {
      if (!law || known.some(({ act: { date = "" } }) => day === null || aSlip(date, day))) continue;
      const sameDay = (laws.data.acts ?? []).find(
        (act) => day !== null && act.date === day && /ФК?З$/.test(act.number ?? ""),
      );
      yield {
        ...place,
        message:
          day === null
            ? text(`Закона № ${number} в справочнике нет`, `The reference has no law No. "${number}"`)
            : text(
                `Закона от ${numericDate(day)} № ${number} в справочнике нет`,
                `The reference has no law of ${day} No. "${number}"`,
              ),
        hints:
          sameDay === undefined
            ? CHECK
            : [
                text(
                  `Возможно, имелся в виду № ${sameDay.number} «${sameDay.title}»`,
                  `Perhaps it is No. “${sameDay.number}” «${sameDay.title}»`,
                ),
                CHECK,
              ],
      };
    }
  },
};

const CHECK = text(
  "Сверьте номер и дату с текстом закона; если они верны, добавьте закон в laws.yaml",
  "Compare number and date with the law itself; if they are right, add the law to laws.yaml",
);
