import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, string } from "../values.ts";
import { mentioned } from "./mentioned.ts";

/** An order gives tasks to those who work in the organisation on its day. */
export const notEmployed: RecordRule = {
  code: "TRC2134",
  title: text("Поручение тому, кто не работает в организации", "A task for somebody who does not work there"),
  validations: ["V36"],
  severity: "warning",
  why: text(
    "Поручить и возложить контроль можно на работника организации: уволенный или чужой работник приказ не исполнит",
    "Only those who work in the organisation can be given tasks",
  ),
  norm: "ТК РФ, статья 22",
  example: { file: "orders/2025/119-od-2025.yaml", wrong: "control: zhuk-ayu", right: "control: lugovaya-ol" },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("orders")) {
      const date = day(record.data.date);
      const issuer = string(record.data.issuer);
      if (date === undefined || issuer === undefined) continue;
      const told = new Set<string>();
      for (const { pointer, id } of mentioned(record)) {
        if (told.has(id) || facts.find("people", id) === undefined) continue;
        if (facts.employed(id, issuer, date)) continue;
        told.add(id);
        yield {
          record,
          pointer,
          message: text(
            `${facts.fullName(id)} ${numericDate(date)} не работает в организации «${issuer}»`,
            `${facts.fullName(id)} has no post in "${issuer}" on ${date}`,
          ),
          hints: [
            text("Проверьте лицо и сроки его должностей (positions)", "Check the person and the terms of the posts"),
          ],
          related: [
            {
              record: facts.find("people", id) ?? record,
              pointer: "/positions",
              message: text("должности этого лица", "posts of the person"),
            },
          ],
          actual: id,
        };
      }
    }
  },
};
