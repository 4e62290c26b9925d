import { revocationsOf } from "../../facts/index.ts";
import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, text } from "../rule.ts";

type Orders = readonly RecordOf<"orders">[];

/** Where a record says that an order is in force no longer, or not yet. */
type Cause = { readonly order: RecordOf<"orders">; readonly record: RecordOf<"orders">; readonly pointer: string };

/** So many activities without an order have their cause in its term; fewer may be on a wrong day themselves. */
const MANY = 3;

/** Activities that nobody answers for, because the order on responsible persons has gone: one order is one finding, however many it leaves behind. */
export class Orphans {
  readonly #facts: Facts;
  readonly #lines = new Map<string, { readonly cause: Cause; readonly found: Finding[] }>();

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** Keeps a finding of an activity on a day that no order covers; false where no record says why. */
  take(
    found: Finding,
    { covering, orders, day }: { readonly covering: Orders; readonly orders: Orders; readonly day: string },
  ): boolean {
    const cause = this.#revoked(covering, day) ?? outOfTerm(orders, day);
    if (cause === undefined) return false;
    const line = `${cause.record.id}${cause.pointer}`;
    const known = this.#lines.get(line) ?? { cause, found: [] };
    known.found.push(found);
    this.#lines.set(line, known);
    return true;
  }

  *findings(): Iterable<Finding> {
    for (const { cause, found } of this.#lines.values()) {
      const { order, record, pointer } = cause;
      const activities = new Set(found.map((one) => one.record)).size;
      const [first] = found;
      if (first === undefined) continue;
      if (record === order && activities < MANY) {
        yield* found;
        continue;
      }
      yield {
        record,
        pointer,
        message: text(
          `Приказ об ответственных ${this.#facts.named(order)} в это время не действует, другого нет: мероприятий, за которые никто не отвечает, – ${activities}`,
          `The order on responsible persons “${order.id}” is not in force at that time, and there is no other: activities that nobody answers for: ${activities}`,
        ),
        hints: [
          text(
            "Начните новый приказ об ответственных с того же дня: trc new order-responsible",
            "Begin a new order on responsible persons of the same day: trc new order-responsible",
          ),
          text("Приказ должен действовать? Исправьте этот день", "Is it to be in force? Correct this day"),
        ],
        related: {
          record: first.record,
          pointer: first.pointer,
          message: text("первое мероприятие", "the first activity"),
        },
      };
    }
  }

  #revoked(covering: Orders, day: string): Cause | undefined {
    for (const order of covering)
      for (const record of revocationsOf(this.#facts.dossier, order.id))
        if ((record.data.from ?? record.data.date ?? "") <= day)
          return { order, record, pointer: `/revokes/${record.data.revokes?.indexOf(order.id) ?? 0}` };
    return undefined;
  }
}

/** The order whose last day has passed by the day, or whose first one is still to come. */
function outOfTerm(orders: Orders, day: string): Cause | undefined {
  for (const order of orders) {
    const { date, from, to } = order.data;
    if (to !== undefined && to < day) return { order, record: order, pointer: "/to" };
    if ((from ?? date ?? day) > day) return { order, record: order, pointer: from === undefined ? "/date" : "/from" };
  }
  return undefined;
}
