import { documentLines } from "../../document/index.ts";
import type { ContentRecord, DataOf } from "../../records/index.ts";
import { type DocumentRule, type FindingIn, located, text } from "../rule.ts";

/** A reason of a deviation stands at an indicator that deviates: the fact is counted, the reason typed. */
export const reasonWithoutDeviation: DocumentRule = {
  code: "TRC2511",
  title: text("Причина отклонения без отклонения", "A reason of a deviation where there is none"),
  validations: ["V19"],
  severity: "warning",
  why: text(
    "Факт считает программа; причина, которая осталась от прежних чисел или стоит не у того показателя, спорит с таблицей отчёта",
    "The fact is counted by the program; a reason that is left from older figures, or stands at another indicator, contradicts the table",
  ),
  example: {
    file: "reports/annual-2026.yaml",
    wrong: "reasons:\n  - {indicator: consultations, text: болезнь методиста}",
    right: "reasons:\n  - {indicator: done-share, text: одно мероприятие отменено}",
  },
  *checkDocument({ record, model }, facts): Iterable<FindingIn> {
    if (record.collection !== "reports") return;
    const { plan, reasons } = (record as ContentRecord<DataOf<"reports">>).data;
    if (reasons === undefined || reasons.length === 0) return;
    const rows = documentLines(model).map((line) => line.split(" | "));
    const indicators = facts.amended("plans", plan)?.data.indicators ?? [];
    for (const [pointer, reason] of located(reasons, "/reasons")) {
      const name = indicators.find(({ id }) => id === reason.indicator)?.name;
      const row = rows.find((cells) => cells.length === COLUMNS && cells[1] === name);
      const [, , , target, fact] = row ?? [];
      if (name === undefined || fact === undefined || fact !== target) continue;
      yield {
        pointer: `${pointer}/text`,
        message: text(
          `Показатель «${name}»: план ${target}, факт ${fact} – отклонения нет, а причина названа`,
          `The indicator “${name}”: ${target} planned, ${fact} in fact – no deviation, and yet a reason`,
        ),
        hints: text(
          "Удалите причину или впишите её у того показателя, который отклонился",
          "Remove the reason, or enter it at the indicator that deviates",
        ),
      };
    }
  },
};

/** Number, indicator, unit, plan, fact, per cent, reason. */
const COLUMNS = 7;
