import { numericDate } from "../../../base/text/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** Federal laws of one year have their numbers in the order of their days. */
export const lawOrder: RecordRule = {
  code: "TRC2257",
  title: text("Дата закона спорит с его номером", "The date of a law contradicts its number"),
  validations: ["V48"],
  severity: "warning",
  why: text(
    "Федеральные законы года нумеруют в день подписания: закон с большим номером не бывает раньше",
    "Federal laws of a year are numbered as they are signed: a greater number is not of an earlier day",
  ),
  norm: "Справочник laws.yaml",
  example: {
    file: "laws.yaml",
    wrong:
      'acts:\n  - {kind: Федеральный закон, date: 2010-07-27, number: "210-ФЗ", title: Об организации услуг, certainty: З}\n  - {kind: Федеральный закон, date: 2010-06-29, number: "436-ФЗ", title: О защите детей, certainty: З}',
    right:
      'acts:\n  - {kind: Федеральный закон, date: 2010-07-27, number: "210-ФЗ", title: Об организации услуг, certainty: З}\n  - {kind: Федеральный закон, date: 2010-12-29, number: "436-ФЗ", title: О защите детей, certainty: З}',
  },
  check: each("laws", function* ({ data: { acts } }) {
    const laws = located(acts, "/acts").flatMap(([at, { number = "", date }]) => {
      const [, order] = /^(\d+)-ФК?З$/u.exec(number) ?? [];
      return order === undefined || date === undefined ? [] : [{ at, number, order: Number(order), date }];
    });
    const crossed = (one: (typeof laws)[number]): typeof laws =>
      laws.filter(
        (other) =>
          other.number.endsWith(one.number.slice(-3)) &&
          other.date.slice(0, 4) === one.date.slice(0, 4) &&
          (other.order - one.order) * (Number(other.date > one.date) - Number(other.date < one.date)) < 0,
      );
    const told = new Set<string>();
    for (const one of [...laws].sort((a, b) => crossed(b).length - crossed(a).length)) {
      const other = crossed(one).find(({ at }) => !told.has(at));
      if (other === undefined || told.has(one.at)) continue;
      told.add(one.at);
      yield {
        pointer: `${one.at}/date`,
        message: text(
          `№ ${one.number} – от ${numericDate(one.date)}, а № ${other.number} того же года – от ${numericDate(other.date)}`,
          `The law "${one.number}" is of ${one.date}, "${other.number}" of the same year is of ${other.date}`,
        ),
        hints: text("Сверьте дату и номер с текстом закона", "Compare the date and the number with the law"),
        related: { pointer: `${other.at}/date`, message: text("закон того же года", "a law of the same year") },
      };
    }
  }),
};
