import { numericDate } from "../../../base/text/index.ts";
import { dayAndMonth } from "../../../language/index.ts";
import { dayOfSchoolYear, schoolYearOf } from "../../facts/index.ts";
import { asAmended } from "../../records/index.ts";
import { each, type Finding, located, type RecordRule, text } from "../rule.ts";

/** An order names the same days of reports as the agreement with the authority: its day, or the last working day up to it. */
export const reportDays: RecordRule = {
  code: "TRC2188",
  title: text(
    "Срок отчёта в приказе не тот, что в договоре",
    "An order and the agreement name different days of a report",
  ),
  validations: ["V61"],
  why: text(
    "Срок отчёта установлен договором с органом управления образованием; приказ повторяет его: тот же день или последний рабочий день до него",
    "The day of a report is set by the agreement with the education authority; an order repeats it: the same day, or the last working day up to it",
  ),
  norm: "Положение, раздел 6; договор с органом управления образованием",
  example: {
    file: "orders/2025/88-od-2025.yaml",
    wrong: "reporting:\n  - {report: report-annual, title: годовой отчёт, due: не позднее 30 июня}",
    right: "reporting:\n  - {report: report-annual, title: годовой отчёт, due: не позднее 15 июня}",
  },
  *check(facts): Iterable<Finding> {
    yield* ownReports(facts);
    yield* dataOfSchools(facts);
  },
};

const ownReports = each(["orders", "order-operation"], function* (order, facts) {
  for (const [pointer, { report, due = "" }] of located(asAmended(order).data.reporting, "/reporting")) {
    const [, day = "", month = ""] = /(\d{1,2})[\s\u00a0]([а-яё]+)/.exec(due) ?? [];
    const said = monthAndDay(due);
    if (report === undefined || said === null) continue;
    for (const agreement of facts.all("agreements").map(asAmended))
      for (const [at, agreed] of located(agreement.data.reportDue, "/reportDue")) {
        if (agreed.report !== report || agreed.due === undefined) continue;
        const named = dayOfSchoolYear(said, schoolYearOf(agreed.due));
        if (agreed.due === named || agreed.due === facts.calendar.onOrBefore(named)) continue;
        yield {
          pointer: `${pointer}/due`,
          message: text(
            `В приказе срок отчёта – ${day} ${month}, а в договоре – ${numericDate(agreed.due)}`,
            `The order says ${said} (MM-DD), the agreement ${agreed.due}`,
          ),
          hints: text(
            `Напишите: due: не позднее ${dayAndMonth(agreed.due, "none").replace("\u00a0", " ")} – или исправьте договор`,
            "Write the day of the agreement, or correct the agreement",
          ),
          related: {
            record: agreement,
            pointer: `${at}/due`,
            message: text("срок по договору", "the day agreed on"),
          },
          actual: due,
          expected: agreed.due,
        };
      }
  }
});

/** What base schools hand in for a report is due by their agreements in the month that the order names, and not after its day. */
const dataOfSchools = each("agreements", function* (agreement, facts) {
  const rows = facts.all("orders", "order-operation").flatMap((order) =>
    located(asAmended(order).data.reporting, "/reporting").flatMap(([at, { report, title = "", due = "" }]) => {
      const said = report === undefined && /сведени/i.test(title) ? monthAndDay(due) : null;
      return said !== null ? [{ record: order, pointer: `${at}/due`, said, due }] : [];
    }),
  );
  const [some] = rows;
  const days = located(asAmended(agreement).data.reportData, "/reportData");
  // An order that names fewer days than the agreement leaves the rest to it.
  if (some === undefined || rows.length < days.length) return;
  for (const [pointer, day] of days) {
    const near = rows.find(({ said }) => said.slice(0, 2) === day.slice(5, 7));
    if (near !== undefined && day.slice(5) <= near.said) continue;
    const { record, pointer: at, due } = near ?? some;
    yield {
      pointer,
      message:
        near === undefined
          ? text(
              `Срок сведений – ${numericDate(day)}, а в приказе такого месяца нет`,
              `The data are due on ${day}, the order names no such month`,
            )
          : text(
              `Срок сведений – ${numericDate(day)}, а в приказе – ${due}`,
              `The data are due on ${day}, the order has ${near.said} (MM-DD)`,
            ),
      hints: text("Исправьте срок в договоре или в приказе", "Correct the day of the agreement or of the order"),
      related: { record, pointer: at, message: text("срок по приказу", "the day by the order") },
    };
  }
});

/** «не позднее 15 января» as `01-15`. */
function monthAndDay(due: string): string | null {
  const [, day = "", month = ""] = /(\d{1,2})[\s\u00a0]([а-яё]+)/.exec(due) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? null : `${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const MONTHS = Array.from(
  { length: 12 },
  (_, index) => dayAndMonth(`2025-${String(index + 1).padStart(2, "0")}-01`, "none").split("\u00a0")[1] ?? "",
);
