import { each, type RecordRule, text } from "../rule.ts";

/** What is done has as many sessions as were planned. */
export const fewerSessions: RecordRule = {
  code: "TRC2226",
  title: text("Встреч меньше, чем в плане", "Fewer sessions than planned"),
  validations: ["V20"],
  severity: "warning",
  why: text(
    "Выполненным считают то, что проведено столько раз, сколько запланировано",
    "Done is what was held as many times as was planned",
  ),
  example: {
    file: "results/2025-2026/chem-lab.yaml",
    wrong:
      "activity: chem-lab\nstatus: done\nsessions: [{date: 2025-11-18, teachers: 1, students: 14, managers: 0, parents: 0, organisations: 2}]",
    right:
      "activity: chem-lab\nstatus: partial\nsessions: [{date: 2025-11-18, teachers: 1, students: 14, managers: 0, parents: 0, organisations: 2}]",
  },
  check: each("results", function* ({ data: { status, sessions, activity: id } }, facts) {
    const activity = facts.amended("activities", id);
    const planned = activity?.data.target?.events;
    const held = sessions?.length ?? 0;
    if (activity === undefined || planned === undefined || status !== "done" || held >= planned) return;
    yield {
      pointer: "/status",
      message: text(
        `Запланировано встреч: ${planned}, проведено: ${held}`,
        `Planned sessions: ${planned}, held: ${held}`,
      ),
      hints: text(
        "Добавьте недостающие встречи или напишите status: partial и причину (reason)",
        "Add the missing sessions, or write status: partial with its reason",
      ),
      related: {
        record: activity,
        pointer: "/target/events",
        message: text("сколько запланировано", "how many were planned"),
      },
    };
  }),
};
