import { numericDate } from "../../../base/text/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** Sessions of an activity stand by their days. */
export const sessionsInOrder: RecordRule = {
  code: "TRC2259",
  title: text("Встречи идут не по датам", "Sessions are not in the order of dates"),
  validations: ["V23"],
  severity: "warning",
  why: text(
    "Встречи пишут по порядку: если дата выбивается, в ней чаще всего переставлены день и месяц",
    "Sessions are written in turn: a date out of turn mostly has its day and month swapped",
  ),
  example: {
    file: "results/2025-2026/chem-lab.yaml",
    wrong:
      "sessions:\n  - {date: 2025-12-16, teachers: 1, students: 13, managers: 0, parents: 0, organisations: 2}\n  - {date: 2025-11-18, teachers: 1, students: 14, managers: 0, parents: 0, organisations: 2}",
    right:
      "sessions:\n  - {date: 2025-11-18, teachers: 1, students: 14, managers: 0, parents: 0, organisations: 2}\n  - {date: 2025-12-16, teachers: 1, students: 13, managers: 0, parents: 0, organisations: 2}",
  },
  check: each("results", function* ({ data }) {
    const days = located(data.sessions, "/sessions").flatMap(([at, { date }]) =>
      date === undefined ? [] : [{ pointer: `${at}/date`, date }],
    );
    const falls = days.findIndex(({ date }, at) => date < (days[at - 1]?.date ?? ""));
    const [before, here] = [days[falls - 1], days[falls]];
    if (before === undefined || here === undefined) return;
    // Of the two that cross, the one without which the rest is in order; of both such the first, which is the later day.
    const without = (left: number): boolean =>
      days.filter((_, at) => at !== left).every(({ date }, at, rest) => date >= (rest[at - 1]?.date ?? ""));
    const [wrong, other] = without(falls - 1) || !without(falls) ? [before, here] : [here, before];
    yield {
      pointer: wrong.pointer,
      message: text(
        `${numericDate(wrong.date)} стоит не по порядку: рядом встреча ${numericDate(other.date)}`,
        `${wrong.date} is out of turn: a session of ${other.date} stands beside it`,
      ),
      hints: text(
        "Проверьте день и месяц или поставьте встречи по порядку",
        "Check the day and the month, or put the sessions in turn",
      ),
      related: { pointer: other.pointer, message: text("встреча рядом", "the session beside it") },
    };
  }),
};
