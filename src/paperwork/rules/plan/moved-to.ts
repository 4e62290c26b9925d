import { numericDate } from "../../../base/text/index.ts";
import { activityPeriod, covers } from "../../facts/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** What was moved was held on the day it was moved to. */
export const movedTo: RecordRule = {
  code: "TRC2225",
  title: text("Перенесено не на тот день", "Moved to another day"),
  validations: ["V22"],
  why: text(
    "В отчёте напечатается, на какой день перенесено: это не день по плану, и в этот день была встреча",
    "The report tells the day it was moved to: not the planned one, and that of a session",
  ),
  example: {
    file: "results/2025-2026/science-conference.yaml",
    wrong:
      "status: moved\nmovedTo: 2026-02-19\nsessions: [{date: 2026-03-19, teachers: 18, students: 74, managers: 6, parents: 8, organisations: 10}]",
    right:
      "status: moved\nmovedTo: 2026-02-19\nsessions: [{date: 2026-02-19, teachers: 18, students: 74, managers: 6, parents: 8, organisations: 10}]",
  },
  *check(facts) {
    yield* movedResults(facts);
    yield* movedByNotice(facts);
  },
};

/** The last notice tells the day on which the event was held in the end. */
const movedByNotice = each(
  ["documents", "notice"],
  function* ({ id, data: { event, activity, from, date = "" } }, facts) {
    if (event !== "moved" || activity === undefined || from === undefined) return;
    const later = facts
      .all("documents", "notice")
      .some((other) => other.id !== id && other.data.activity === activity && (other.data.date ?? "") > date);
    const result = facts.all("results").find(({ data }) => data.activity === activity && data.status === "moved");
    const day = result?.data.movedTo;
    if (later || result === undefined || day === undefined || day === from || from < date) return;
    yield {
      pointer: "/from",
      severity: "warning",
      message: text(
        `В уведомлении – перенос на ${numericDate(from)}, а в результате – на ${numericDate(day)}`,
        `The notice moves the activity to ${from}, the result has ${day}`,
      ),
      hints: text(
        "Исправьте день в уведомлении или movedTo результата",
        "Correct the day of the notice, or movedTo of the result",
      ),
      related: {
        record: result,
        pointer: "/movedTo",
        message: text("на какой день перенесено", "the day it was moved to"),
      },
    };
  },
);

const movedResults = each("results", function* ({ data: { status, movedTo, sessions, activity: id } }, facts) {
  if (status !== "moved" || movedTo === undefined) return;
  const activity = facts.amended("activities", id);
  const period = activity === undefined ? null : activityPeriod(facts.dossier, activity);
  if (activity !== undefined && period?.spans.some((span) => covers(span, movedTo))) {
    yield {
      pointer: "/movedTo",
      message: text(
        `${numericDate(movedTo)} – это срок по плану, переноса нет`,
        `${movedTo} is the planned day: nothing was moved`,
      ),
      hints: text("Исправьте movedTo или напишите: status: done", "Correct movedTo, or write: status: done"),
      related: { record: activity, pointer: period.pointer, message: text("срок по плану", "the planned term") },
    };
    return;
  }
  const [first] = located(sessions, "/sessions");
  if (first === undefined || (sessions ?? []).some(({ date }) => date === movedTo)) return;
  yield {
    pointer: `${first[0]}/date`,
    message: text(
      `Перенесено на ${numericDate(movedTo)}, а встречи в этот день нет`,
      `Moved to ${movedTo}, and no session is of that day`,
    ),
    hints: text("Исправьте дату встречи или movedTo", "Correct the date of the session, or movedTo"),
    related: { pointer: "/movedTo", message: text("на какой день перенесено", "the day it was moved to") },
  };
});
