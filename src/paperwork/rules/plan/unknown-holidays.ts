import { activityPeriod } from "../../facts/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** School holidays that an activity is planned for are in the calendar of the records. */
export const unknownHolidays: RecordRule = {
  code: "TRC2175",
  title: text("Дни школьных каникул неизвестны", "The days of the school holidays are unknown"),
  validations: ["V07"],
  why: text(
    "Срок «каникулы» – это дни календарного учебного графика; без них пункт плана не попадёт ни в один отчёт",
    "A term in the holidays means the days of the school's timetable of the year; without them the item gets into no report",
  ),
  norm: "Закон № 273-ФЗ, статья 28",
  example: {
    file: "activities/2025-2026/creativity-contest.yaml",
    wrong: "period: {holidays: summer}",
    right: "period: {holidays: autumn}",
  },
  check: each("activities", function* (record, facts) {
    const season = record.data.period?.holidays;
    const year = facts.find("plans", record.data.plan)?.data.schoolYear;
    if (season === undefined || year?.from === undefined || activityPeriod(facts.dossier, record) !== null) return;
    const named = season === "all" ? "autumn" : season;
    const first = year.from.slice(0, 4);
    const file = `calendar/${named === "autumn" || named === "winter" ? first : Number(first) + 1}.yaml`;
    const line = `schoolHolidays: [{season: ${named}, from: …, to: …}]`;
    yield {
      pointer: "/period/holidays",
      message: text(
        "В календаре нет этих каникул учебного года плана",
        "The calendar has no such holidays in the school year of the plan",
      ),
      hints: text(`Впишите их в ${file}: ${line}`, `Write them into ${file}: ${line}`),
    };
  }),
};
