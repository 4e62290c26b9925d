import { activityPeriod, isHead, overlap, revokedOn } from "../../facts/index.ts";
import { dataOn, type RecordOf } from "../../records/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** Whoever answers for an activity is named in the order on responsible persons in force at that time. */
export const notResponsible: RecordRule = {
  code: "TRC2110",
  title: text("Ответственный не назначен приказом", "The responsible person is named in no order"),
  validations: ["V08"],
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
  check: each("activities", function* (record, facts) {
    const orders = facts.all("orders", "order-responsible");
    const period = activityPeriod(facts.dossier, record);
    if (orders.length === 0 || period === null) return;
    const revoked = revokedOn(facts.dossier, period.from);
    const inForce = orders.filter((order) => {
      const { date, from = date, to } = dataOn(order, period.from);
      return !revoked.has(order.id) && overlap({ from, to }, period);
    });
    const named = new Set(inForce.flatMap((order) => peopleOf(order, period)));
    for (const [pointer, id] of located(dataOn(record, period.from).responsible, "/responsible")) {
      // The head answers for the centre by the regulation itself.
      const heads = [period.from, period.to].some((date) =>
        isHead(facts.dossier, { person: id, organisation: "centre", date }),
      );
      if (named.has(id) || heads) continue;
      yield {
        pointer,
        message: text(
          `${facts.fullName(id)}: приказом ответственность не возложена`,
          `“${facts.fullName(id)}” is named in no order on responsible persons`,
        ),
        hints:
          inForce.length === 0
            ? text(
                "В это время нет действующего приказа об ответственных",
                "There is no such order in force at that time",
              )
            : text(
                `Укажите одного из названных в приказе: ${[...named].sort().join(", ")}`,
                `Name one of: ${[...named].sort().join(", ")}`,
              ),
        related: (inForce.length === 0 ? orders : inForce).map((order) => ({
          record: order,
          pointer: "/responsibilities",
          message: text(`приказ об ответственных ${facts.named(order)}`, `the order ${order.id}`),
        })),
      };
    }
  }),
};

/** Who is named for any day of a period: by the order itself, and by what amends it. */
function peopleOf(order: RecordOf<"orders">, { from, to }: { readonly from: string; readonly to: string }): string[] {
  const later = (order.later ?? []).filter((one) => from < one.from && one.from <= to);
  return [dataOn(order, from), ...later.map(({ data }) => data)].flatMap(({ coordinator, responsibilities = [] }) =>
    [coordinator, ...responsibilities.flatMap(({ person, deputy }) => [person, deputy])].filter(
      (id) => id !== undefined,
    ),
  );
}
