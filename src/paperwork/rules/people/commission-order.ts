import { numericDate } from "../../../base/text/index.ts";
import { covers, revokedOn } from "../../facts/index.ts";
import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { each, type FindingIn, located, type RecordRule, text } from "../rule.ts";
import { commissionPeople } from "./commission-people.ts";

/** A document of a commission is made by that commission: while it is in force, by its people, within its purpose. */
export const commissionOrder: RecordRule = {
  code: "TRC2173",
  title: text("Документ не той комиссии, которую он называет", "The document is not of the commission that it names"),
  validations: ["V36", "V16"],
  why: text(
    "Протокол и акт комиссии составляют те, кого назначил приказ, и пока комиссия действует",
    "Minutes and acts of a commission are made by those whom its order names, while it is in force",
  ),
  example: {
    file: "documents/destruction-act-2026-01.yaml",
    wrong: "commissionOrder: 11-od-2026",
    right: "commissionOrder: 2-od-2026",
  },
  check: each("documents", function* (record, facts) {
    const order = facts.find("orders", record.data.commissionOrder);
    if (order === undefined) return;
    const related = { record: order, pointer: "", message: text("приказ о комиссии", "the order on the commission") };
    if (order.data.commission === undefined)
      yield {
        pointer: "/commissionOrder",
        message: text(`Приказ ${facts.named(order)} комиссию не создаёт`, `“${order.id}” sets up no commission`),
        hints: text("Укажите приказ вида order-commission", "Name an order of the kind order-commission"),
        related,
      };
    else
      for (const problem of [...inForce(record, order, facts), ...ofIts(record, order, facts)])
        yield { ...problem, related };
  }),
};

type Document = RecordOf<"documents">;
type Order = RecordOf<"orders">;

function* inForce({ kind, data: { date } }: Document, order: Order, { dossier }: Facts): Iterable<FindingIn> {
  const pointer = "/commissionOrder";
  if (kind === "destruction-act" && order.data.purpose !== "expert")
    yield {
      pointer,
      message: text(
        "Документы к уничтожению отбирает экспертная комиссия, а эта создана для другого",
        "Documents to be destroyed are chosen by an expert commission, and this one is for another purpose",
      ),
      hints: text("Укажите приказ с purpose: expert", "Name an order with purpose: expert"),
    };
  if (date === undefined) return;
  const { date: signed, from = signed, to } = order.data;
  if (covers({ from, to }, date) && !revokedOn(dossier, date).has(order.id)) return;
  yield {
    pointer,
    message: text(`${numericDate(date)} комиссия не действует`, `The commission is not in force on ${date}`),
    hints: text("Проверьте дату документа и приказ", "Check the date of the document and the order"),
  };
}

/** Whoever presides, keeps the minutes and takes part is of the commission. */
function* ofIts({ data }: Document, order: Order, facts: Facts): Iterable<FindingIn> {
  const { chair, deputy } = order.data.commission ?? {};
  const all = new Set(commissionPeople(order.data).map(([, id]) => id));
  const took = located(data.commission, "/commission");
  const leaders = [["/chair", data.chair] as const, ...took.slice(0, 1)];
  const others = [["/secretary", data.secretary] as const, ...located(data.present, "/present"), ...took.slice(1)];
  const hints = text("Сверьте с составом комиссии в приказе", "Compare with those whom the order names");
  for (const [pointer, id] of leaders)
    if (id !== undefined && id !== chair && id !== deputy)
      yield {
        pointer,
        message: text(
          `${facts.fullName(id)} – не председатель комиссии и не его заместитель`,
          `“${facts.fullName(id)}” is neither the chair of the commission nor the deputy`,
        ),
        hints,
      };
  for (const [pointer, id] of others)
    if (id !== undefined && !all.has(id))
      yield {
        pointer,
        message: text(
          `${facts.fullName(id)} не состоит в комиссии`,
          `“${facts.fullName(id)}” is not of the commission`,
        ),
        hints,
      };
  const came = new Set([data.chair, data.secretary, ...(data.present ?? [])].filter((id) => all.has(id ?? ""))).size;
  if (data.present !== undefined && came * 2 <= all.size)
    yield {
      pointer: "/present",
      key: true,
      message: text(
        `На заседании ${came} из ${all.size}: кворума нет, нужно более половины`,
        `${came} of ${all.size} are there: no quorum, more than a half is needed`,
      ),
      hints,
    };
}
