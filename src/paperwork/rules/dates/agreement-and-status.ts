import { numericDate } from "../../../base/text/index.ts";
import { asAmended, type RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** An agreement on the work of the centre rests on the order that grants the status, and does not end before it. */
export const agreementAndStatus: RecordRule = {
  code: "TRC2263",
  title: text("Договор не сходится с приказом о статусе", "An agreement does not agree with the order on the status"),
  validations: ["V17"],
  severity: "warning",
  why: text(
    "Договор заключают на основании приказа о присвоении статуса и на весь его срок: иначе центр остаётся без договора",
    "An agreement rests on the order that grants the status and holds as long, or the centre is left without one",
  ),
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "basedOn: [87-od-2025]",
    right: "basedOn: [145-od-2025]",
  },
  *check(facts): Iterable<Finding> {
    const orders = facts
      .all("orders", "order-status")
      .filter(({ data }) => data.action !== "revoke")
      .sort(({ data: one }, { data: other }) => ((one.date ?? "") < (other.date ?? "") ? -1 : 1));
    const resting = new Map<RecordOf<"orders">, readonly RecordOf<"agreements">[]>();
    for (const record of [
      ...facts.all("agreements", "agreement-committee"),
      ...facts.all("agreements", "agreement-base"),
    ]) {
      const { basedOn = [] } = record.data;
      const own = orders.findLast(({ id }) => basedOn.includes(id));
      const first = rightOrder(orders, record);
      if (first !== undefined && own === undefined && basedOn.some((id) => facts.find("orders", id) !== undefined))
        yield {
          record,
          pointer: "/basedOn",
          message: text(
            "Среди оснований договора нет приказа о присвоении статуса",
            "The order that grants the status is not among the grounds of the agreement",
          ),
          hints: text(`Напишите: basedOn: ["${first.id}"]`, `Write: basedOn: ["${first.id}"]`),
          related: { record: first, pointer: "/action", message: text("приказ о статусе", "the order on the status") },
          expected: first.id,
        };
      if (own !== undefined) {
        yield* tooShort(facts, record, own);
        resting.set(own, [...(resting.get(own) ?? []), record]);
      }
    }
    for (const [own, agreements] of resting) yield* tooEarly(own, agreements);
  },
};

/** The last order before the agreement on the status of one of its parties; without one, that on the status of the centre. */
function rightOrder(orders: readonly RecordOf<"orders">[], { data }: RecordOf<"agreements">) {
  const earlier = orders.filter(({ data: { date = "" } }) => date <= (data.date ?? "9999"));
  const known = earlier.length > 0 ? earlier : orders;
  const parties = [data.parties?.first?.organisation, data.parties?.second?.organisation];
  return (
    known.findLast(({ data: { recipient } }) => recipient !== undefined && parties.includes(recipient)) ??
    known.findLast(({ data: { recipient } }) => recipient === "centre") ??
    known[0]
  );
}

/** Agreements that rest on the grant begin with the status, not before it; where all of them do, it is the order that is wrong. */
function* tooEarly(own: RecordOf<"orders">, agreements: readonly RecordOf<"agreements">[]): Iterable<Finding> {
  const begun = own.data.statusFrom;
  if (begun === undefined || own.data.action !== "grant") return;
  const early = agreements.filter(({ data: { term } }) => term?.from !== undefined && term.from < begun);
  const all = agreements.length > 1 && early.length === agreements.length;
  for (const record of all ? early.slice(0, 1) : early) {
    const from = record.data.term?.from ?? "";
    const agreement = { record, pointer: "/term/from" };
    const order = { record: own, pointer: "/statusFrom" };
    yield {
      ...(all ? order : agreement),
      message: text(
        `Договор действует с ${numericDate(from)}, а статус присвоен с ${numericDate(begun)}`,
        `The agreement holds from ${from}, the status from ${begun}`,
      ),
      hints: text(
        `Исправьте начало договора (не раньше ${numericDate(begun)}) или начало статуса в приказе`,
        `Correct the begin of the agreement (not before ${begun}), or of the status in the order`,
      ),
      related: all
        ? { ...agreement, message: text("начало договора", "the begin of the agreement") }
        : { ...order, message: text("начало статуса", "the begin of the status") },
    };
  }
}

function* tooShort(facts: Facts, record: RecordOf<"agreements">, own: RecordOf<"orders">): Iterable<Finding> {
  const { term, parties } = asAmended(record).data;
  const until = asAmended(own).data.statusUntil;
  if (term?.to === undefined || term.prolongation === "auto" || until === undefined || term.to >= until) return;
  const [some, end] = [JSON.stringify([parties?.first?.organisation, parties?.second?.organisation]), term.to];
  const goesOn = facts.all("agreements", record.kind ?? "").some((one) => {
    const { data } = asAmended(one);
    const same = JSON.stringify([data.parties?.first?.organisation, data.parties?.second?.organisation]) === some;
    return same && (data.term?.to ?? "9999") > end;
  });
  const prolonged = facts
    .all("documents")
    .some(({ data }) => data.agreement === record.id && data.extendsTo !== undefined);
  if (goesOn || prolonged || facts.all("orders").some(({ data }) => data.action === "revoke")) return;
  yield {
    record,
    pointer: "/term/to",
    message: text(
      `Договор кончается ${numericDate(end)}, а статус – ${numericDate(until)}`,
      `The agreement ends on ${end}, the status on ${until}`,
    ),
    hints: text(
      `Напишите: to: ${until} – или заключите договор на оставшийся срок`,
      `Write: to: ${until}, or make an agreement for the rest of the term`,
    ),
    related: { record: own, pointer: "/statusUntil", message: text("срок статуса", "the term of the status") },
    expected: until,
  };
}
