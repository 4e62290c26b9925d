import { folded } from "../../../base/text/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** A direction that the order on responsible persons names is one of its plan, or one that the regulation lays upon the centre. */
export const foreignDirection: RecordRule = {
  code: "TRC2271",
  title: text("Такого направления нет в плане и Положении", "Neither plan nor regulation has this direction"),
  validations: ["V08"],
  severity: "warning",
  why: text(
    "Ответственных назначают за направления плана и Положения; названное иначе не найти ни в плане, ни в отчёте",
    "People answer for directions of the plan and the regulation; one of another name is found in neither, nor in the report",
  ),
  norm: "Положение, раздел 4",
  example: {
    file: "orders/2025/87-od-2025.yaml",
    wrong:
      "responsibilities: [{direction: Олимпиадное движение, person: shevchenko-dl, duties: [готовит проведение олимпиад]}]",
    right:
      "responsibilities: [{direction: Предметные олимпиады, person: shevchenko-dl, duties: [готовит проведение олимпиад]}]",
  },
  check: each(["orders", "order-responsible"], function* ({ data: { plan: id, responsibilities } }, facts) {
    const plan = facts.find("plans", id);
    if (plan === undefined) return;
    const functions = facts.find("regulations", plan.data.regulation)?.data.functions ?? [];
    const titles = (plan.data.directions ?? []).flatMap(({ title }) => title ?? []);
    const known = new Set([...titles, ...functions.flatMap(({ sectionTitle }) => sectionTitle ?? [])].map(plain));
    if (known.size === 0) return;
    for (const [pointer, { direction, baseSchool }] of located(responsibilities, "/responsibilities")) {
      // Help to one base school is a part of the help to all.
      if (direction === undefined || baseSchool !== undefined || known.has(plain(direction))) continue;
      yield {
        pointer: `${pointer}/direction`,
        message: text(
          `Направления «${direction}» нет ни в плане, ни в Положении`,
          `Neither the plan nor the regulation has the direction “${direction}”`,
        ),
        hints: text(
          `Назовите направление, как в плане: ${titles.map((title) => `«${title}»`).join(", ")}`,
          `Name the direction as the plan does: ${titles.map((title) => `«${title}»`).join(", ")}`,
        ),
        related: { record: plan, pointer: "/directions", message: text("направления плана", "directions of the plan") },
      };
    }
  }),
};

/** Capitals, ё, marks and «и» between the parts make no other direction. */
function plain(title: string): string {
  const words = folded(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word !== "и").join(" ");
}
