import { each, located, type RecordRule, text } from "../rule.ts";

/** So many times more than planned is rather a digit too many than a success. */
const TIMES = 5;
/** One came to a consultation, six to the next: few people differ as they like. */
const MANY = 20;
/** Few people came to many an event that was held: only where a great many were planned is it a digit too many in the plan. */
const FEWER = 8;
const GREAT = 100;
/** A municipality has more schools than the records of a centre name, but not many times more. */
const MANY_SCHOOLS = 60;

/** The people who came are about as many as were planned, and no session has many times those of the others. */
export const farFromPlan: RecordRule = {
  code: "TRC2258",
  title: text(
    "Участников в несколько раз больше или меньше, чем в плане",
    "Many times more or fewer people than planned",
  ),
  validations: ["V19"],
  severity: "warning",
  why: text(
    "Разница в несколько раз – чаще всего лишняя или потерянная цифра, а по ней считают итоги отчёта",
    "A difference of several times is mostly a digit too many or lost, and reports are counted by it",
  ),
  example: {
    file: "results/2025-2026/needs-survey.yaml",
    wrong:
      "activity: needs-survey\nsessions: [{date: 2025-09-26, teachers: 1125, students: 0, managers: 5, parents: 0, organisations: 10}]",
    right:
      "activity: needs-survey\nsessions: [{date: 2025-09-26, teachers: 112, students: 0, managers: 5, parents: 0, organisations: 10}]",
  },
  check: each("results", function* ({ data: { sessions, status, activity: id } }, facts) {
    const activity = facts.amended("activities", id);
    const known = facts.all("organisations").length;
    for (const [at, { organisations = 0 }] of located(sessions, "/sessions"))
      if (organisations > Math.max(MANY_SCHOOLS, TIMES * known))
        yield {
          pointer: `${at}/organisations`,
          message: text(
            `Организаций ${organisations}, а в записях центра их ${known}`,
            `${organisations} organisations, the records of the centre have ${known}`,
          ),
          hints: CHECK,
        };
    const planned = activity?.data.target?.participants ?? 0;
    const held = located(sessions, "/sessions").map(([at, session]) => {
      const parts = KEYS.map((key) => [key, session[key] ?? 0] as const);
      const [key] = [...parts].sort(([, a], [, b]) => b - a)[0] ?? [];
      return { pointer: `${at}/${key}`, people: parts.reduce((sum, [, count]) => sum + count, 0) };
    });
    const [most, next] = [...held].sort((a, b) => b.people - a.people);
    if (most === undefined) return;
    const came = held.reduce((sum, { people }) => sum + people, 0);
    const target = activity && { record: activity, pointer: "/target/participants", message: text("план", "the plan") };
    if (planned > 0 && came >= TIMES * planned)
      yield {
        pointer: most.pointer,
        message: text(
          `Участников ${came}, а в плане – ${planned}: больше не менее чем в ${TIMES} раз`,
          `${came} people came, ${planned} were planned: ${TIMES} times more`,
        ),
        hints: CHECK,
        related: target,
      };
    else if (
      next !== undefined &&
      held.length > 2 &&
      next.people > 0 &&
      most.people >= Math.max(MANY, TIMES * next.people)
    )
      yield {
        pointer: most.pointer,
        message: text(
          `На этой встрече ${most.people}, а на других – не больше ${next.people}`,
          `This session had ${most.people} people, the others ${next.people} at most`,
        ),
        hints: CHECK,
      };
    else if (activity !== undefined && status === "done" && came > 0 && planned >= GREAT && came * FEWER <= planned)
      yield {
        record: activity,
        pointer: "/target/participants",
        message: text(
          `Запланировано участников ${planned}, а было ${came}: меньше не менее чем в ${FEWER} раз`,
          `${planned} people were planned, ${came} came: ${FEWER} times fewer`,
        ),
        hints: CHECK,
        related: { pointer: most.pointer, message: text("сколько было", "how many came") },
      };
  }),
};

const KEYS = ["teachers", "students", "managers", "parents"] as const;
const CHECK = text(
  "Сверьте числа с планом и листом регистрации; если они верны, снимите замечание",
  "Compare the numbers with the plan and the attendance list; if they are right, waive the finding",
);
