import { numericDate } from "../../../base/text/index.ts";
import type { OfficialRecord } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** The status comes first: agreements, plans and the centre's own orders about its work follow it. */
export const beforeStatus: RecordRule = {
  code: "TRC2124",
  title: text("Документ раньше приказа о статусе", "The document is before the order on the status"),
  validations: ["V17"],
  why: text(
    "До приказа о статусе центра ещё нет: заключать договоры, утверждать план и назначать ответственных рано",
    "Before the order that grants the status there is no centre to act for",
  ),
  example: {
    file: "agreements/3-2025-trc.yaml",
    wrong: "date: 2025-09-02\nbasedOn: []",
    right: "date: 2025-09-10\nbasedOn: []",
  },
  *check(facts): Iterable<Finding> {
    const status = facts.statusOrder;
    if (status === undefined) return;
    const followers = [
      ...facts.all("agreements"),
      ...facts.all("plans"),
      ...facts.all("orders", "order-responsible", "order-operation"),
    ];
    for (const own of followers.flatMap((record) => facts.dated<OfficialRecord>(record) ?? [])) {
      if (own.date >= status.date) continue;
      yield {
        ...own,
        message: text(
          `${numericDate(own.date)} центра ещё не было: статус присвоен ${numericDate(status.date)}`,
          `On ${own.date} there was no centre: the status was granted on ${status.date}`,
        ),
        hints: text(`Дата – не раньше ${numericDate(status.date)}`, `The date is not before ${status.date}`),
        related: { ...status, message: text("приказ о присвоении статуса", "the order that grants the status") },
      };
    }
  },
};
