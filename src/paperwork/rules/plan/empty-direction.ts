import { each, located, type RecordRule, text } from "../rule.ts";

/** Each direction of a plan has an activity. */
export const emptyDirection: RecordRule = {
  code: "TRC2220",
  title: text("В направлении плана нет мероприятий", "A direction of a plan has no activity"),
  validations: ["V58"],
  severity: "warning",
  why: text(
    "Раздел плана без мероприятий не печатается: направление останется без работы",
    "A section without activities is not printed: nothing is done in that direction",
  ),
  example: {
    file: "plans/2025-2026.yaml",
    wrong: "directions: [{id: leisure, title: Досуговая работа}]",
    right: "directions: [{id: olympiads, title: Предметные олимпиады}]",
  },
  check: each("plans", function* ({ id, data: { directions } }, facts) {
    const used = new Set(facts.all("activities").flatMap(({ data }) => (data.plan === id ? [data.direction] : [])));
    // A plan that is only begun has none yet.
    if (used.size === 0) return;
    for (const [pointer, { id: name, title }] of located(directions, "/directions"))
      if (name !== undefined && !used.has(name))
        yield {
          pointer: `${pointer}/id`,
          message: text(
            `В направлении «${title ?? name}» нет ни одного мероприятия`,
            `The direction “${title ?? name}” has no activity`,
          ),
          hints: text(
            "Добавьте мероприятие с этим направлением (direction) или удалите направление",
            "Add an activity of this direction, or delete the direction",
          ),
        };
  }),
};
