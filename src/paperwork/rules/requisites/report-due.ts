import { numericDate } from "../../../base/text/index.ts";
import { dueDay, schoolYearOf } from "../../facts/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** Reports are drawn up by their days in the list of required documents. */
export const reportDue: RecordRule = {
  code: "TRC2151",
  title: text("Срок отчёта прошёл", "The term of a report is over"),
  validations: ["V61"],
  severity: "info",
  why: text(
    "Отчёт сдают до дня, который назван в договоре (reportDue), а если его там нет – до дня, обычного для этого отчёта",
    "A report is due by the day that the agreement names (reportDue), else by the usual day of such a report",
  ),
  norm: "Положение, раздел 6; договор с органом управления образованием",
  example: { file: "reports/half-year-2025.yaml", wrong: "date: 2026-02-03", right: "date: 2026-01-22" },
  check: each("plans", function* (plan, facts) {
    const { from } = plan.data.schoolYear ?? {};
    if (from === undefined) return;
    for (const requirement of facts.required) {
      const { title, kinds } = requirement;
      const [kind, ...others] = kinds.filter((one) => facts.kinds.get(one)?.collection === "reports");
      const due = dueDay(facts.dossier, requirement, schoolYearOf(from));
      if (due === null || kind === undefined) continue;
      const reports = facts.all("reports", kind, ...others).filter(({ data }) => data.plan === plan.id);
      // A plan that came after the term has no such report.
      const begun = facts.dated(plan)?.date ?? "";
      if (reports.length === 0 && facts.latest > due && begun < due)
        yield {
          pointer: "/schoolYear",
          key: true,
          message: text(
            `${title}: срок – ${numericDate(due)}, а отчёта нет`,
            `The report “${kind}” was due on ${due}, and there is none`,
          ),
          hints: text(
            `Создайте отчёт: kind: ${kind}, plan: "${plan.id}"`,
            `Create it: kind: ${kind}, plan: "${plan.id}"`,
          ),
          expected: due,
        };
      for (const record of reports) {
        const { date } = record.data;
        if (date === undefined || date <= due) continue;
        yield {
          record,
          pointer: "/date",
          message: text(
            `${title} датирован ${numericDate(date)}, а срок – ${numericDate(due)}`,
            `The report “${record.kind}” is dated ${date}, it was due on ${due}`,
          ),
          hints: text("Если срок продлён, снимите замечание в waivers", "If the term was extended, waive the finding"),
          expected: due,
        };
      }
    }
  }),
};
