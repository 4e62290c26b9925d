import { type Finding, type RecordRule, text } from "../rule.ts";
import { list, string } from "../values.ts";

/** Moved has a new date, cancelled and partial a reason, done a session. */
export const unexplained: RecordRule = {
  code: "TRC2129",
  title: text("Перенос, отмена или выполнение без подробностей", "A move, cancellation or completion without details"),
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
