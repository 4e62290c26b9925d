import type { RecordOf } from "../../records/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** A blank form is approved by the order on the work of the centre, which has the forms as annexes. */
export const orderOfForm: RecordRule = {
  code: "TRC2286",
  title: text("Форма утверждена не этим приказом", "A form is approved by another order"),
  validations: ["V16"],
  severity: "warning",
  why: text(
    "На бланке печатается, каким приказом утверждена форма: у приказа о другом таких приложений нет",
    "The blank says which order approved it: an order on another matter has no such annexes",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 16",
  example: {
    file: "documents/consultation-log-2025.yaml",
    wrong: 'kind: consultation-log\norder: "87-od-2025"',
    right: 'kind: consultation-log\norder: "88-od-2025"',
  },
  check: each("documents", function* ({ kind, data: { order: id } }, facts) {
    if (kind === null || !FORMS.has(kind)) return;
    const order = facts.find("orders", id);
    const own = facts.all("orders", "order-operation").filter(({ data }) => data.issuer === order?.data.issuer);
    const [right] = own;
    if (order === undefined || right === undefined || mayHaveForms(order)) return;
    yield {
      pointer: "/order",
      message: text(
        `Приказ ${facts.named(order)} «${order.data.subject}» форм не утверждает, их утверждает ${facts.named(right)}`,
        `The order ${facts.named(order)} “${order.data.subject}” approves no forms, ${facts.named(right)} does`,
      ),
      hints: text(`Напишите: order: "${right.id}"`, `Write: order: "${right.id}"`),
      related: {
        record: order,
        pointer: "/subject",
        message: text("заголовок этого приказа", "the subject of that order"),
      },
      expected: right.id,
    };
  }),
};

/** An order in free words may have an annex with the form. */
function mayHaveForms({ kind, data }: RecordOf<"orders">): boolean {
  return kind === "order-operation" || (kind === "order-general" && (data.annexes ?? []).length > 0);
}

/** Blanks that the order on the work of the centre approves. */
const FORMS: ReadonlySet<string> = new Set(["consultation-log", "equipment-log", "participants-sheet", "request-form"]);
