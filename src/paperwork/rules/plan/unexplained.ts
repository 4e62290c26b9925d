import { each, type RecordRule, text } from "../rule.ts";

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
  check: each("results", function* ({ data: { status, movedTo, reason, sessions = [] } }) {
    if (status === "moved" && movedTo === undefined)
      yield {
        pointer: "/status",
        message: text("Перенесённое мероприятие без новой даты", "The activity was moved, but to no date"),
        hints: text("Добавьте: movedTo: 2026-02-12", "Add: movedTo: 2026-02-12"),
        expected: "movedTo",
      };
    else if ((status === "moved" || status === "cancelled" || status === "partial") && !reason)
      yield {
        pointer: "/status",
        message: text("Отмена, перенос или неполное выполнение без причины", "No reason is given"),
        hints: text("Добавьте: reason: карантин", "Add: reason: карантин"),
        expected: "reason",
      };
    else if (status === "done" && sessions.length === 0)
      yield {
        pointer: "/status",
        message: text("Выполненное мероприятие без дня, когда оно проведено", "The activity is done, but on no day"),
        hints: text(
          "Добавьте в sessions встречу, а работе без встречи – день, когда она сделана (участников – 0), или исправьте status",
          "Add a session, or for work without one the day it was done (participants 0), or correct the status",
        ),
        expected: "sessions",
      };
    else if (status === "cancelled" && sessions.length > 0)
      yield {
        pointer: "/status",
        message: text("Отменённое мероприятие со встречами", "The activity is cancelled, but has sessions"),
        hints: text("Напишите: sessions: [] – или исправьте status", "Write: sessions: [], or correct the status"),
        expected: "sessions",
      };
  }),
};
