import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, fields, items } from "../values.ts";

/** Sheets of approval: nobody approves after the signing, no remark stays open. */
export const approvalDates: RecordRule = {
  code: "TRC2144",
  title: text("Согласовано позже подписания", "Approved after the signing"),
  validations: ["V52"],
  severity: "error",
  why: text(
    "Документ подписывают после того, как его согласовали все",
    "A document is signed after everybody has approved it",
  ),
  norm: "ГОСТ Р 7.0.97, реквизиты 20, 21",
  example: {
    file: "documents/approval-1-2025.yaml",
    wrong: "rows:\n  - {person: tihaya-ev, date: 2025-09-18, decision: agreed}",
    right: "rows:\n  - {person: tihaya-ev, date: 2025-09-08, decision: agreed}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.ofKind("documents", "approval-sheet")) {
      const subject = fields(record.data.subject);
      const target = (["order", "agreement", "regulation", "plan"] as const)
        .map((name) => facts.dated(facts.find(`${name}s`, subject[name])))
        .find((found) => found !== undefined);
      if (target === undefined) continue;
      for (const { pointer, fields: row } of items(record.data, "rows")) {
        const date = day(row.date);
        if (date === undefined || date <= target.date) continue;
        yield {
          record,
          pointer: `${pointer}/date`,
          message: text(
            `Согласовано ${numericDate(date)}, а документ подписан раньше – ${numericDate(target.date)}`,
            `Approved on ${date}, after the document was signed on ${target.date}`,
          ),
          hints: [text(`Дата визы – не позднее ${target.date}`, `The approval is not later than ${target.date}`)],
          related: [
            {
              record: target.record,
              pointer: target.pointer,
              message: text("дата согласованного документа", "date of the approved document"),
            },
          ],
          actual: date,
        };
      }
    }
  },
};
