import { each, type RecordRule, text } from "../rule.ts";

/** What was held beyond the plan is called so and justified. */
export const extraUnjustified: RecordRule = {
  code: "TRC2128",
  title: text("Мероприятие вне плана не обосновано", "An extra activity is not justified"),
  validations: ["V21"],
  severity: "warning",
  why: text(
    "Мероприятие вне плана включают в отчёт с обоснованием, названием и направлением",
    "What was not planned needs a ground, a title and a direction",
  ),
  example: { file: "results/2025-2026/extra-guests.yaml", wrong: "status: done", right: "status: extra" },
  check: each("results", function* ({ data }) {
    const { activity, status } = data;
    if (activity !== undefined) {
      if (status === "extra")
        yield {
          pointer: "/status",
          message: text(
            "Мероприятие есть в плане, а отмечено как проведённое вне плана",
            "The activity is planned, but marked as extra",
          ),
          hints: text("Напишите: status: done", "Write: status: done"),
        };
      return;
    }
    if (status !== undefined && status !== "extra")
      yield {
        pointer: "/status",
        message: text(
          "Пункт плана не указан, значит, мероприятие проведено вне плана",
          "No planned activity is named, so this one is extra",
        ),
        hints: text(
          "Напишите: status: extra – или укажите пункт плана (activity)",
          "Write: status: extra, or name the activity",
        ),
        expected: "extra",
      };
    const missing = (["title", "form", "direction", "reason"] as const).filter((name) => data[name] === undefined);
    if (missing.length > 0)
      yield {
        pointer: "/status",
        key: true,
        message: text(
          `У мероприятия вне плана не указано: ${missing.join(", ")}`,
          `The extra activity lacks: ${missing.join(", ")}`,
        ),
        hints: text(
          "Добавьте, например: reason: поручение учредителя",
          "Add, for instance: reason: поручение учредителя",
        ),
        expected: missing.join(", "),
      };
  }),
};
