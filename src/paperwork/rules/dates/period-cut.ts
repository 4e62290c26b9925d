import { addDays, numericDate } from "../../../base/text/index.ts";
import type { Facts } from "../facts.ts";
import { each, type Finding, type FindingIn, type RecordRule, text } from "../rule.ts";

/** The period of a report goes from the begin of a month to the end of one; a status is for whole months or years. */
export const periodCut: RecordRule = {
  code: "TRC2266",
  title: text(
    "Период отчёта или срок статуса обрывается посреди месяца",
    "The period of a report or the term of a status is cut within a month",
  ),
  validations: ["V23"],
  severity: "warning",
  why: text(
    "Отчёт за полугодие и год берёт месяцы целиком, статус дают до конца месяца или на целые годы: в дате чаще всего не та цифра",
    "A report takes whole months, a status is given to the end of a month or for whole years: mostly a digit of a date is wrong",
  ),
  example: {
    file: "reports/half-year-2025.yaml",
    wrong: "period: {from: 2025-09-01, to: 2025-12-13}",
    right: "period: {from: 2025-09-01, to: 2025-12-31}",
  },
  *check(facts): Iterable<Finding> {
    yield* cutReports(facts);
    yield* cutStatuses(facts);
    yield* cutApplications(facts);
    yield* cutAppointments(facts);
    yield* cutYears(facts);
  },
};

const cutStatuses = each(["orders", "order-status"], ({ data: { statusFrom, statusUntil } }) =>
  cutTerm("/statusUntil", statusFrom, statusUntil),
);
const cutApplications = each(["documents", "status-application"], ({ data: { term } }) =>
  cutTerm("/term/to", term?.from, term?.to),
);

const cutAppointments = each(["orders", "order-responsible"], ({ data: { from, to } }) => cutTerm("/to", from, to));

/** A school year that a record gives is that of its plan, and ends with a month. */
const cutYears = (facts: Facts): Iterable<Finding> => [
  ...each("plans", ({ data: { schoolYear } }) => cutTerm("/schoolYear/to", schoolYear?.from, schoolYear?.to))(facts),
  ...each(["documents", "bundle-cover"], function* ({ data: { plan, schoolYear } }) {
    const record = facts.find("plans", plan);
    for (const key of ["from", "to"] as const) {
      const [own, planned] = [schoolYear?.[key], record?.data.schoolYear?.[key]];
      if (record === undefined || own === undefined || planned === undefined || own === planned) continue;
      // A plan whose own year is cut is told itself.
      if ([...cutTerm("", record.data.schoolYear?.from, record.data.schoolYear?.to)].length > 0) continue;
      yield {
        pointer: `/schoolYear/${key}`,
        message: text(
          `${numericDate(own)} – не тот день, что в плане: ${numericDate(planned)}`,
          `${own} is not the day of the plan: ${planned}`,
        ),
        hints: text(`Напишите: ${key}: ${planned}`, `Write: ${key}: ${planned}`),
        related: { record, pointer: `/schoolYear/${key}`, message: text("учебный год плана", "the year of the plan") },
        expected: planned,
      };
    }
  })(facts),
  ...each("reports", function* ({ data: { plan, period } }) {
    const record = facts.find("plans", plan);
    for (const key of ["from", "to"] as const) {
      const [own, year] = [period?.[key], record?.data.schoolYear];
      if (record === undefined || own === undefined || year?.from === undefined || year.to === undefined) continue;
      if (own >= year.from && own <= year.to) continue;
      yield {
        pointer: `/period/${key}`,
        message: text(
          `${numericDate(own)} – не в учебном году плана (${numericDate(year.from)}–${numericDate(year.to)})`,
          `${own} is not within the school year of the plan (${year.from} to ${year.to})`,
        ),
        hints: text("Исправьте период или план отчёта", "Correct the period or the plan of the report"),
        related: { record, pointer: "/schoolYear", message: text("учебный год плана", "the year of the plan") },
      };
    }
  })(facts),
];

/** A term ends with a month, on its first day, or on the day of its begin or the one before. */
function* cutTerm(pointer: string, from: string | undefined, to: string | undefined): Iterable<FindingIn> {
  if (from === undefined || to === undefined) return;
  const day = to.slice(-2);
  if (Number(day) >= LATE || ["01", from.slice(-2), addDays(from, -1).slice(-2)].includes(day)) return;
  yield {
    pointer,
    message: text(`Срок кончается посреди месяца: ${numericDate(to)}`, `The term ends within a month: ${to}`),
    hints: text(
      "Проверьте день; если срок и правда такой, снимите замечание",
      "Check the day; if the term is such indeed, waive the finding",
    ),
  };
}

const cutReports = each("reports", function* ({ data: { period } }, facts) {
  const edges = [
    ["from", period?.from, period?.from?.slice(-2)] as const,
    ["to", period?.to, period?.to && addDays(period.to, 1).slice(-2)] as const,
  ];
  for (const [key, day, edge] of edges)
    if (
      day !== undefined &&
      edge !== "01" &&
      Number(day.slice(-2)) > 1 &&
      !(key === "to" && Number(day.slice(-2)) >= LATE) &&
      !(key === "from" && isFirstWorkingDay(facts, day))
    )
      yield {
        pointer: `/period/${key}`,
        message:
          key === "from"
            ? text(`${numericDate(day)} – не первые дни месяца`, `${day} is not at the begin of a month`)
            : text(`${numericDate(day)} – не последние дни месяца`, `${day} is not at the end of a month`),
        hints: text(
          "Проверьте день; если период и правда такой, снимите замечание",
          "Check the day; if the period is such indeed, waive the finding",
        ),
      };
});

/** The second half of a school year begins when the holidays of January are over. */
function isFirstWorkingDay(facts: Facts, day: string): boolean {
  for (let before = addDays(day, -1); before.slice(0, 7) === day.slice(0, 7); before = addDays(before, -1))
    if (facts.calendar.dayOff(before) === null) return false;
  return facts.calendar.dayOff(day) === null;
}

/** A report may be closed with the last working days of a month. */
const LATE = 25;
