import { numericDate } from "../../../base/text/index.ts";
import { isEmployed } from "../../facts/index.ts";
import { each, type RecordRule, text } from "../rule.ts";
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
  check: each("orders", function* (record, facts) {
    const { date, issuer: organisation } = record.data;
    if (date === undefined || organisation === undefined) return;
    const reported = new Set<string>();
    for (const [pointer, id] of mentioned(record)) {
      const person = facts.find("people", id);
      if (reported.has(id) || person === undefined) continue;
      if (isEmployed(facts.dossier, { person: id, organisation, date })) continue;
      reported.add(id);
      yield {
        pointer,
        message: text(
          `${facts.fullName(id)} ${numericDate(date)} не работает в организации «${organisation}»`,
          `“${facts.fullName(id)}” has no post in "${organisation}" on ${date}`,
        ),
        hints: text("Проверьте лицо и сроки его должностей (positions)", "Check the person and the terms of the posts"),
        related: {
          record: person,
          pointer: "/positions",
          message: text("должности этого лица", "posts of the person"),
        },
      };
    }
  }),
};
