import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, fields } from "../values.ts";

/** The committee agrees to a plan before the head approves it. */
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
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("plans")) {
      const agreed = day(fields(record.data.agreed).date);
      const approved = day(fields(record.data.approved).date);
      if (agreed === undefined || approved === undefined || agreed <= approved) continue;
      yield {
        record,
        pointer: "/agreed/date",
        message: text(
          `План согласован ${numericDate(agreed)}, позже утверждения (${numericDate(approved)})`,
          `The plan was agreed on ${agreed}, after its approval on ${approved}`,
        ),
        hints: [text(`Согласуют не позднее ${approved}`, `It is agreed not later than ${approved}`)],
        related: [{ record, pointer: "/approved/date", message: text("дата утверждения", "date of approval") }],
        actual: agreed,
      };
    }
  },
};
