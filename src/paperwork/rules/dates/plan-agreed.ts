import { addDays, numericDate } from "../../../base/text/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** A plan is approved within days of its agreement. */
const LONG = 31;

/** The education authority agrees to a plan before the head approves it. */
export const planAgreed: RecordRule = {
  code: "TRC2161",
  title: text("План согласован позже утверждения", "The plan was agreed after its approval"),
  validations: ["V52"],
  severity: "warning",
  why: text("План утверждают после согласования", "A plan is approved after it is agreed"),
  norm: "ГОСТ Р 7.0.97, реквизит 20",
  example: {
    file: "plans/2025-2026.yaml",
    wrong: "agreed: {person: orehov-sd, date: 2025-09-15}",
    right: "agreed: {person: orehov-sd, date: 2025-09-11}",
  },
  check: each("plans", function* ({ data }) {
    const [agreed, approved] = [data.agreed?.date, data.approved?.date];
    if (agreed === undefined || approved === undefined) return;
    const related = { pointer: "/approved/date", message: text("дата утверждения", "date of approval") };
    if (agreed < addDays(approved, -LONG))
      yield {
        pointer: "/agreed/date",
        message: text(
          `План согласован ${numericDate(agreed)}, а утверждён больше чем через месяц – ${numericDate(approved)}`,
          `The plan was agreed on ${agreed} and approved more than a month later, on ${approved}`,
        ),
        hints: text(
          "Проверьте месяц и год; если всё верно, снимите замечание",
          "Check the month and the year; if they are right, waive the finding",
        ),
        related,
      };
    if (agreed <= approved) return;
    yield {
      pointer: "/agreed/date",
      message: text(
        `План согласован ${numericDate(agreed)}, позже утверждения (${numericDate(approved)})`,
        `The plan was agreed on ${agreed}, after its approval on ${approved}`,
      ),
      hints: text(`Согласуют не позднее ${approved}`, `It is agreed not later than ${approved}`),
      related,
    };
  }),
};
