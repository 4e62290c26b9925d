import { activityPeriod, isHead, overlap, revokedOn } from "../../facts/index.ts";
import { dataOn, type RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { each, type Finding, located, type RecordRule, text } from "../rule.ts";
import { Orphans } from "./order-gone.ts";

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
  *check(facts): Iterable<Finding> {
    yield* ofActivities(facts);
    yield* coordinators(facts);
  },
};

function* ofActivities(facts: Facts): Iterable<Finding> {
  const orders = facts.all("orders", "order-responsible");
  if (orders.length === 0) return;
  const orphans = new Orphans(facts);
  for (const record of facts.all("activities")) {
    const period = activityPeriod(facts.dossier, record);
    if (period === null) continue;
    const revoked = revokedOn(facts.dossier, period.from);
    const covering = orders.filter((order) => {
      const { date, from = date, to } = dataOn(order, period.from);
      return overlap({ from, to }, period);
    });
    const inForce = covering.filter(({ id }) => !revoked.has(id));
    const named = new Set(inForce.flatMap((order) => peopleOf(order, period)));
    for (const [pointer, id] of located(dataOn(record, period.from).responsible, "/responsible")) {
      // The head answers for the centre by the regulation itself.
      const heads = [period.from, period.to].some((date) =>
        isHead(facts.dossier, { person: id, organisation: "centre", date }),
      );
      if (named.has(id) || heads) continue;
      const found = { record, ...unnamed(facts, { pointer, id, inForce, orders, named }) };
      if (inForce.length > 0 || !orphans.take(found, { covering, orders, day: period.from })) yield found;
    }
  }
  yield* orphans.findings();
}

function unnamed(
  facts: Facts,
  {
    pointer,
    id,
    inForce,
    orders,
    named,
  }: {
    readonly pointer: string;
    readonly id: string;
    readonly inForce: readonly RecordOf<"orders">[];
    readonly orders: readonly RecordOf<"orders">[];
    readonly named: ReadonlySet<string>;
  },
): Omit<Finding, "record"> {
  return {
    pointer,
    message: text(
      `${facts.fullName(id)}: приказом ответственность не возложена`,
      `“${facts.fullName(id)}” is named in no order on responsible persons`,
    ),
    hints:
      inForce.length === 0
        ? text("В это время нет действующего приказа об ответственных", "There is no such order in force at that time")
        : [
            text(
              `Укажите одного из названных в приказе: ${[...named].sort().join(", ")}`,
              `Name one of: ${[...named].sort().join(", ")}`,
            ),
            text(
              `Отвечает именно это лицо? Назовите его в приказе (responsibilities), а в изданном – приказом о внесении изменений: trc new order-amendment --of ${inForce[0]?.id}`,
              `Is it this person who answers? Name them in the order (responsibilities), and where it is issued, by an amending one: trc new order-amendment --of ${inForce[0]?.id}`,
            ),
          ],
    related: (inForce.length === 0 ? orders : inForce).map((order) => ({
      record: order,
      pointer: "/responsibilities",
      message: text(`приказ об ответственных ${facts.named(order)}`, `the order ${order.id}`),
    })),
  };
}

/** The coordinator of a plan is the one whom the order on responsible persons names for that plan. */
const coordinators = each("plans", function* (plan, facts) {
  const orders = facts.all("orders", "order-responsible").filter(({ data }) => data.plan === plan.id);
  const [order] = orders;
  const { coordinator } = plan.data;
  if (order === undefined || coordinator === undefined) return;
  const named = orders.flatMap(({ data, later = [] }) => [data, ...later.map((one) => one.data)]);
  const known = new Set(named.flatMap((data) => data.coordinator ?? []));
  if (known.size === 0 || known.has(coordinator)) return;
  const right = [...known].join(", ");
  yield {
    pointer: "/coordinator",
    message: text(
      `По приказу координатор – ${[...known].map((id) => facts.fullName(id)).join(", ")}, а в плане – ${facts.fullName(coordinator)}`,
      `The order names "${right}" as the coordinator, the plan "${coordinator}"`,
    ),
    hints: text(`Напишите: coordinator: ${right}`, `Write: coordinator: ${right}`),
    related: {
      record: order,
      pointer: "/coordinator",
      message: text("координатор по приказу", "the coordinator by the order"),
    },
  };
});

/** Who is named for any day of a period: by the order itself, and by what amends it. */
function peopleOf(order: RecordOf<"orders">, { from, to }: { readonly from: string; readonly to: string }): string[] {
  const later = (order.later ?? []).filter((one) => from < one.from && one.from <= to);
  return [dataOn(order, from), ...later.map(({ data }) => data)].flatMap(({ coordinator, responsibilities = [] }) =>
    [coordinator, ...responsibilities.flatMap(({ person, deputy }) => [person, deputy])].filter(
      (id) => id !== undefined,
    ),
  );
}
