import { numericDate } from "../../../base/text/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** What an order approves is approved on the day of the order. */
export const approvalOfOrder: RecordRule = {
  code: "TRC2221",
  title: text("Дата утверждения – не дата приказа", "The day of approval is not that of the order"),
  validations: ["V18"],
  why: text(
    "В грифе «УТВЕРЖДЁН приказом от … № …» дата – это дата приказа",
    "The mark of approval by an order has the date of the order",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 16",
  example: {
    file: "plans/2025-2026.yaml",
    wrong: 'approved: {person: berezkina-mp, date: 2025-09-15, order: "91-od-2025"}',
    right: 'approved: {person: berezkina-mp, date: 2025-09-12, order: "91-od-2025"}',
  },
  check: each("plans", function* ({ data: { approved } }, facts) {
    const order = facts.dated(facts.find("orders", approved?.order));
    if (order === undefined || approved?.date === undefined || approved.date === order.date) return;
    yield {
      pointer: "/approved/date",
      message: text(
        `Утверждено ${numericDate(approved.date)}, а приказ – от ${numericDate(order.date)}`,
        `Approved on ${approved.date}, the order is of ${order.date}`,
      ),
      hints: text(`Напишите: date: ${order.date}`, `Write: date: ${order.date}`),
      related: { ...order, message: text("дата приказа", "date of the order") },
      expected: order.date,
    };
  }),
};
