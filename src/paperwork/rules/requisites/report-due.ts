import { numericDate } from "../../../base/text/index.ts";
import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { fields, string } from "../values.ts";

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
  *check(facts): Iterable<Finding> {
    const { latest } = facts;
    for (const plan of facts.all("plans")) {
      const year = string(fields(plan.data.schoolYear).to)?.slice(0, 4);
      if (year === undefined) continue;
      yield* dueFor(facts, plan, "report-half-year", `${year}-01-31`, latest);
      yield* dueFor(facts, plan, "report-annual", `${year}-06-30`, latest);
    }
  },
};

function* dueFor(facts: Facts, plan: ContentRecord, kind: string, due: string, latest: string): Iterable<Finding> {
  const reports = facts.ofKind("reports", kind).filter(({ data }) => data.plan === plan.id);
  const name =
    kind === "report-annual"
      ? text("Годовой отчёт", "The annual report")
      : text("Отчёт за полугодие", "The half-year report");
  // A plan that came after the term has no such report.
  const begun = facts.dated(plan)?.date ?? "";
  if (reports.length === 0 && latest > due && begun < due)
    yield {
      record: plan,
      pointer: "/schoolYear",
      key: true,
      message: text(
        `${name.ru}: срок – ${numericDate(due)}, а отчёта нет`,
        `${name.en} was due on ${due}, and there is none`,
      ),
      hints: [
        text(`Создайте отчёт: kind: ${kind}, plan: "${plan.id}"`, `Create it: kind: ${kind}, plan: "${plan.id}"`),
      ],
      expected: due,
    };
  for (const record of reports) {
    const date = string(record.data.date);
    if (date === undefined || date <= due) continue;
    yield {
      record,
      pointer: "/date",
      message: text(
        `${name.ru} датирован ${numericDate(date)}, а срок – ${numericDate(due)}`,
        `${name.en} is dated ${date}, it was due on ${due}`,
      ),
      hints: [text("Если срок продлён, снимите замечание в waivers", "If the term was extended, waive the finding")],
      actual: date,
      expected: due,
    };
  }
}
