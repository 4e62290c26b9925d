import { activityPeriod } from "../../facts/index.ts";
import type { ContentRecord } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, items, strings } from "../values.ts";

/** Whoever answers for an activity is named in the order on responsible persons in force at that time. */
export const notResponsible: RecordRule = {
  code: "TRC2110",
  title: text("Ответственный не назначен приказом", "The responsible person is named in no order"),
  validations: ["V08"],
  severity: "error",
  why: text(
    "Отвечать может тот, на кого обязанность возложена приказом, действующим в это время",
    "One answers for what an order in force has laid upon him",
  ),
  norm: "Положение, раздел 5",
  example: {
    file: "activities/2025-2026/assessment-seminar.yaml",
    wrong: "responsible: [gonchar-tm]",
    right: "responsible: [sedyh-ln]",
  },
  *check(facts): Iterable<Finding> {
    const orders = facts.ofKind("orders", "order-responsible");
    if (orders.length === 0) return;
    for (const record of facts.all("activities")) {
      const period = activityPeriod(facts.dossier, record);
      if (period === null) continue;
      const revoked = facts.revokedOn(period.from);
      const inForce = orders.filter(({ id, data }) => {
        const from = day(data.from) ?? day(data.date) ?? "";
        const to = day(data.to) ?? "9999-12-31";
        return !revoked.has(id) && from <= period.to && period.from <= to;
      });
      const named = new Set(inForce.flatMap(peopleOf));
      for (const [index, id] of strings(record.data.responsible).entries()) {
        if (named.has(id)) continue;
        yield {
          record,
          pointer: `/responsible/${index}`,
          message: text(
            `${facts.fullName(id)}: приказом ответственность не возложена`,
            `${facts.fullName(id)} is named in no order on responsible persons`,
          ),
          hints: [
            inForce.length === 0
              ? text(
                  "В это время нет действующего приказа об ответственных",
                  "There is no such order in force at that time",
                )
              : text(
                  `Укажите одного из названных в приказе: ${[...named].sort().join(", ")}`,
                  `Name one of: ${[...named].sort().join(", ")}`,
                ),
          ],
          related: (inForce.length === 0 ? orders : inForce).map((order) => ({
            record: order,
            pointer: "/responsibilities",
            message: text(`приказ об ответственных ${facts.named(order)}`, `the order ${order.id}`),
          })),
          actual: id,
        };
      }
    }
  },
};

function peopleOf(order: ContentRecord): string[] {
  const responsible = items(order.data, "responsibilities").flatMap(({ fields: one }) => [one.person, one.deputy]);
  return [order.data.coordinator, ...responsible].filter((id): id is string => typeof id === "string");
}
