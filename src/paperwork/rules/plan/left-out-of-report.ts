import { numericDate } from "../../../base/text/index.ts";
import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { each, type FindingIn, type RecordRule, text } from "../rule.ts";

/** The first report of a school year begins with it, the last one ends with its last meetings. */
export const leftOutOfReport: RecordRule = {
  code: "TRC2288",
  title: text("Встречи учебного года не вошли в отчёт", "Meetings of the school year are left out of the report"),
  validations: ["V23"],
  severity: "warning",
  why: text(
    "Числа отчёта считаются по его периоду: встречи вне его в отчёт не попадут",
    "The numbers of a report are counted over its period: meetings outside of it do not count",
  ),
  example: {
    file: "reports/annual-2026.yaml",
    wrong: "period: {from: 2025-10-01, to: 2026-05-31}",
    right: "period: {from: 2025-09-01, to: 2026-05-31}",
  },
  check: each("reports", function* (report, facts) {
    const { plan, period: { from, to } = {}, date } = report.data;
    const year = facts.find("plans", plan)?.data.schoolYear?.from;
    if (from === undefined || to === undefined || date === undefined || year === undefined) return;
    const newYear = `${Number(year.slice(0, 4)) + 1}-01-01`;
    const annual = report.kind === ANNUAL;
    // The second half of a year may have a report of its own; of the last weeks the numbers are not known yet.
    const begin = (annual || report.kind === HALF) && from < newYear ? year : from;
    const lastDay = `${date.slice(0, 7)}-01`;
    const end = annual ? lastDay : report.kind === HALF && from < newYear && date >= newYear ? newYear : to;
    const days = daysOf(facts, plan);
    const early = days.filter((day) => begin <= day && day < from);
    const late = days.filter((day) => to < day && day < end);
    if (early.length > 0) yield leftOut(report, "from", early);
    if (late.length > 0) yield leftOut(report, "to", late);
  }),
};

const ANNUAL = "report-annual";
const HALF = "report-half-year";

function daysOf(facts: Facts, plan: string | undefined): readonly string[] {
  return facts
    .all("results")
    .filter(({ data }) => data.plan === plan)
    .flatMap(({ data }) => (data.sessions ?? []).flatMap(({ date }) => date ?? []))
    .sort();
}

function leftOut({ data: { period } }: RecordOf<"reports">, key: "from" | "to", days: readonly string[]): FindingIn {
  const [first = "", last = first] = [days[0], days.at(-1)];
  return {
    pointer: `/period/${key}`,
    message:
      key === "from"
        ? text(
            `Отчёт – с ${numericDate(period?.from ?? "")}, а встречи были и раньше – с ${numericDate(first)}`,
            `The report begins on ${period?.from}, meetings were held from ${first} on`,
          )
        : text(
            `Отчёт – по ${numericDate(period?.to ?? "")}, а встречи были и позже – по ${numericDate(last)}`,
            `The report ends on ${period?.to}, meetings were held up to ${last}`,
          ),
    hints: text(
      "Исправьте период отчёта или даты встреч",
      "Correct the period of the report or the dates of the meetings",
    ),
  };
}
