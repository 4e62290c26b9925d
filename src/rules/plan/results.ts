import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, fields, items, list, shortDate, string, within } from "../values.ts";
import { activityPeriod } from "./activity-period.ts";

/** Every item of the plan that a report covers says what became of it. */
export const noResult: RecordRule = {
  code: "TRC2127",
  validations: ["V20"],
  severity: "error",
  why: text(
    "Отчёт сдают по всем пунктам плана: о каждом сказано, выполнен он, перенесён или отменён",
    "A report answers for every item of the plan",
  ),
  norm: "Положение, раздел 6",
  example: {
    file: "results/2025-2026/certification.yaml",
    wrong: "activity: assessment-seminar",
    right: "activity: certification",
  },
  *check(facts): Iterable<Finding> {
    const answered = new Set(facts.all("results").flatMap(({ data }) => string(data["activity"]) ?? []));
    for (const report of facts.all("reports")) {
      const to = day(fields(report.data["period"])["to"]);
      if (to === undefined || report.kind === null) continue;
      const annual = report.kind === "report-annual";
      for (const activity of facts.all("activities")) {
        if (activity.data["plan"] !== report.data["plan"] || answered.has(activity.id)) continue;
        const period = activityPeriod(facts, activity);
        if (!annual && (period === null || period.to > to)) continue;
        answered.add(activity.id);
        yield {
          record: activity,
          pointer: "/title",
          message: text(
            `О мероприятии «${activity.id}» нет записи в results, а отчёт «${report.id}» его охватывает`,
            `The report "${report.id}" covers "${activity.id}", but there is no result of it`,
          ),
          hints: [
            text(
              `Создайте запись: trc new result, activity: ${activity.id}`,
              `Create it: trc new result, with activity: ${activity.id}`,
            ),
          ],
          related: [{ record: report, pointer: "/period", message: text("период отчёта", "period of the report") }],
          actual: activity.id,
        };
      }
    }
  },
};

/** An activity has one result. */
export const twoResults: RecordRule = {
  code: "TRC2162",
  validations: ["V20"],
  severity: "error",
  why: text(
    "Мероприятие с двумя записями о результате будет посчитано в отчёте дважды",
    "An activity with two results is counted twice",
  ),
  example: {
    file: "results/2025-2026/certification.yaml",
    wrong: "activity: assessment-seminar",
    right: "activity: certification",
  },
  *check(facts): Iterable<Finding> {
    const seen = new Map<string, ContentRecord>();
    for (const record of facts.all("results")) {
      const activity = string(record.data["activity"]);
      if (activity === undefined) continue;
      const first = seen.get(activity);
      if (first === undefined) seen.set(activity, record);
      else
        yield {
          record,
          pointer: "/activity",
          message: text(`О мероприятии «${activity}» уже есть запись`, `There is already a result of "${activity}"`),
          hints: [
            text(
              "Проверьте, к какому мероприятию относится результат, или добавьте встречу в первую запись",
              "Check the activity, or add the session to the first record",
            ),
          ],
          related: [{ record: first, pointer: "/activity", message: text("первая запись", "the first record") }],
          actual: activity,
        };
    }
  },
};

/** What was held beyond the plan is called so and justified. */
export const extraUnjustified: RecordRule = {
  code: "TRC2128",
  validations: ["V21"],
  severity: "warning",
  why: text(
    "Мероприятие вне плана включают в отчёт с обоснованием, названием и направлением",
    "What was not planned needs a ground, a title and a direction",
  ),
  example: { file: "results/2025-2026/extra-guests.yaml", wrong: "status: done", right: "status: extra" },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("results")) {
      const { activity, status } = record.data;
      if (activity !== undefined && status === "extra")
        yield {
          record,
          pointer: "/status",
          message: text(
            "Мероприятие есть в плане, а отмечено как проведённое вне плана",
            "The activity is planned, but marked as extra",
          ),
          hints: [text("Напишите: status: done", "Write: status: done")],
          actual: "extra",
        };
      if (activity !== undefined) continue;
      if (status !== undefined && status !== "extra")
        yield {
          record,
          pointer: "/status",
          message: text(
            "Пункт плана не указан, значит, мероприятие проведено вне плана",
            "No planned activity is named, so this one is extra",
          ),
          hints: [
            text(
              "Напишите: status: extra – или укажите пункт плана (activity)",
              "Write: status: extra, or name the activity",
            ),
          ],
          expected: "extra",
        };
      const missing = ["title", "form", "direction", "reason"].filter((name) => record.data[name] === undefined);
      if (missing.length > 0)
        yield {
          record,
          pointer: "/status",
          key: true,
          message: text(
            `У мероприятия вне плана не указано: ${missing.join(", ")}`,
            `The extra activity lacks: ${missing.join(", ")}`,
          ),
          hints: [
            text(
              "Добавьте, например: reason: поручение комитета по образованию",
              "Add, for instance: reason: поручение комитета по образованию",
            ),
          ],
          expected: missing.join(", "),
        };
    }
  },
};

/** Moved has a new date, cancelled and partial a reason, done a session. */
export const unexplained: RecordRule = {
  code: "TRC2129",
  validations: ["V22"],
  severity: "warning",
  why: text(
    "Перенос называет новую дату, отмена и неполное выполнение – причину, выполненное – день проведения",
    "A move names the new date, a cancellation the reason, what was done its day",
  ),
  example: {
    file: "results/2025-2026/college-day.yaml",
    wrong: "status: cancelled\nreason: null",
    right: "status: cancelled\nreason: карантин",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("results")) {
      const { status, movedTo, reason, sessions } = record.data;
      const problem =
        status === "moved" && movedTo === undefined
          ? ([
              "movedTo",
              text("Перенесённое мероприятие без новой даты", "The activity was moved, but to no date"),
              text("Добавьте: movedTo: 2026-02-12", "Add: movedTo: 2026-02-12"),
            ] as const)
          : ["moved", "cancelled", "partial"].includes(String(status)) && string(reason) === undefined
            ? ([
                "reason",
                text("Отмена, перенос или неполное выполнение без причины", "No reason is given"),
                text("Добавьте: reason: карантин", "Add: reason: карантин"),
              ] as const)
            : status === "done" && list(sessions).length === 0
              ? ([
                  "sessions",
                  text("Выполненное мероприятие без единой встречи", "The activity is done, but has no session"),
                  text("Добавьте встречу в sessions или исправьте status", "Add a session, or mend the status"),
                ] as const)
              : status === "cancelled" && list(sessions).length > 0
                ? ([
                    "sessions",
                    text("Отменённое мероприятие со встречами", "The activity is cancelled, but has sessions"),
                    text("Напишите: sessions: [] – или исправьте status", "Write: sessions: [], or mend the status"),
                  ] as const)
                : null;
      if (problem === null) continue;
      yield { record, pointer: "/status", message: problem[1], hints: [problem[2]], expected: problem[0] };
    }
  },
};

/** Sessions are held within the school year of the plan. */
export const sessionOutsideYear: RecordRule = {
  code: "TRC2130",
  validations: ["V23"],
  severity: "error",
  why: text(
    "Отчёт считает встречи своего периода; встреча другого года не попадёт ни в один",
    "A report counts the sessions of its period; one of another year gets into none",
  ),
  norm: "Отчёт: дата факта внутри периода",
  example: {
    file: "results/2025-2026/certification.yaml",
    wrong: "sessions:\n  - {date: 2024-10-16, teachers: 23, students: 0, managers: 1, parents: 0, organisations: 9}",
    right: "sessions:\n  - {date: 2025-10-16, teachers: 23, students: 0, managers: 1, parents: 0, organisations: 9}",
  },
  *check(facts): Iterable<Finding> {
    for (const { record, pointer, date, activity } of sessions(facts)) {
      const year = fields(facts.find("plans", record.data["plan"])?.data["schoolYear"]);
      if (within(date, year)) continue;
      yield {
        record,
        pointer,
        message: text(
          `Встреча ${shortDate(date)} – вне учебного года плана`,
          `The session of ${date} is outside the school year of the plan`,
        ),
        hints: [text("Проверьте год встречи", "Check the year of the session")],
        ...(activity === undefined
          ? {}
          : {
              related: [{ record: activity, pointer: "/period", message: text("срок по плану", "the planned term") }],
            }),
        actual: date,
      };
    }
  },
};

/** What is held before its planned day was moved. */
export const sessionTooEarly: RecordRule = {
  code: "TRC2131",
  validations: ["V23"],
  severity: "warning",
  why: text(
    "Мероприятие, проведённое раньше срока, отмечают как перенесённое",
    "What was held before its term was moved",
  ),
  example: {
    file: "results/2025-2026/certification.yaml",
    wrong: "sessions:\n  - {date: 2025-09-16, teachers: 23, students: 0, managers: 1, parents: 0, organisations: 9}",
    right: "sessions:\n  - {date: 2025-10-16, teachers: 23, students: 0, managers: 1, parents: 0, organisations: 9}",
  },
  *check(facts): Iterable<Finding> {
    for (const { record, pointer, date, activity } of sessions(facts)) {
      const period = activity === undefined ? null : activityPeriod(facts, activity);
      const year = fields(facts.find("plans", record.data["plan"])?.data["schoolYear"]);
      if (
        activity === undefined ||
        period === null ||
        date >= period.from ||
        record.data["status"] === "moved" ||
        !within(date, year)
      )
        continue;
      yield {
        record,
        pointer,
        message: text(
          `Встреча ${shortDate(date)} – раньше срока по плану (${shortDate(period.from)})`,
          `The session of ${date} is before the planned term (${period.from})`,
        ),
        hints: [
          text(
            "Исправьте дату или напишите: status: moved и movedTo",
            "Mend the date, or write: status: moved, and movedTo",
          ),
        ],
        related: [{ record: activity, pointer: period.pointer, message: text("срок по плану", "the planned term") }],
        actual: date,
      };
    }
  },
};

function* sessions(facts: Facts): Iterable<{
  readonly record: ContentRecord;
  readonly pointer: string;
  readonly date: string;
  readonly activity: ContentRecord | undefined;
}> {
  for (const record of facts.all("results")) {
    const activity = facts.find("activities", record.data["activity"]);
    for (const { pointer, fields: session } of items(record.data, "sessions")) {
      const date = day(session["date"]);
      if (date !== undefined) yield { record, pointer: `${pointer}/date`, date, activity };
    }
  }
}
