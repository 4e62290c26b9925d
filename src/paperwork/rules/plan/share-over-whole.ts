import { each, located, type RecordRule, text } from "../rule.ts";

/** A share is no more than the whole. */
export const shareOverWhole: RecordRule = {
  code: "TRC2295",
  title: text("Доля больше 100 %", "A share of more than 100 %"),
  validations: ["V19"],
  severity: "warning",
  why: text("Доля – часть целого: больше 100 % её не бывает", "A share is a part of a whole, 100 % at the most"),
  example: {
    file: "documents/application-2025.yaml",
    wrong: 'results:\n  year: "2024/2025"\n  items: [{title: "Доля выпускников с аттестатом", value: "110 %"}]',
    right: 'results:\n  year: "2024/2025"\n  items: [{title: "Доля выпускников с аттестатом", value: "100 %"}]',
  },
  check: each(["documents", "status-application"], function* ({ data }) {
    for (const [pointer, { title = "", value = "" }] of located(data.results?.items, "/results/items")) {
      const share = Number(/^(\d+(?:,\d+)?)[\s\u00a0]?%$/.exec(value)?.[1]?.replace(",", ".") ?? 0);
      if (/^(?:дол[яи]|удельный вес|охват)(?!\p{L})/iu.test(title) && share > 100)
        yield {
          pointer: `${pointer}/value`,
          message: text(`Доля – ${value}, а больше 100 % не бывает`, `A share of ${value} is more than the whole`),
          hints: text("Проверьте число", "Check the figure"),
        };
    }
  }),
};
