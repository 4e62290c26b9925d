import { numericDate } from "../../../base/text/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** Reports have their days: half a year by 31 January, a year by 30 June. */
export const reportDue: RecordRule = {
  code: "TRC2151",
  title: text("Срок отчёта прошёл", "The term of a report is over"),
  validations: ["V61"],
  severity: "info",
  why: text(
    "Отчёт за полугодие сдают до 31 января, за год – до 30 июня",
    "The half-year report is due by 31 January, the annual one by 30 June",
  ),
  norm: "Положение, раздел 6; календарь отчётности",
  example: { file: "reports/half-year-2025.yaml", wrong: "date: 2026-02-03", right: "date: 2026-01-22" },
  check: each("plans", function* (plan, facts) {
    const year = plan.data.schoolYear?.to?.slice(0, 4);
    if (year === undefined) return;
    for (const { kind, day, name } of REPORTS) {
      const due = `${year}-${day}`;
      const reports = facts.all("reports", kind).filter(({ data }) => data.plan === plan.id);
      // A plan that came after the term has no such report.
      const begun = facts.dated(plan)?.date ?? "";
      if (reports.length === 0 && facts.latest > due && begun < due)
        yield {
          pointer: "/schoolYear",
          key: true,
          message: text(
            `${name.ru}: срок – ${numericDate(due)}, а отчёта нет`,
            `${name.en} was due on ${due}, and there is none`,
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
            `${name.ru} датирован ${numericDate(date)}, а срок – ${numericDate(due)}`,
            `${name.en} is dated ${date}, it was due on ${due}`,
          ),
          hints: text("Если срок продлён, снимите замечание в waivers", "If the term was extended, waive the finding"),
          expected: due,
        };
      }
    }
  }),
};

const REPORTS = [
  { kind: "report-half-year", day: "01-31", name: text("Отчёт за полугодие", "The half-year report") },
  { kind: "report-annual", day: "06-30", name: text("Годовой отчёт", "The annual report") },
];
