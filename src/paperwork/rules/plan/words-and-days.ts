import { numericDate } from "../../../base/text/index.ts";
import { readTerm } from "../../../language/index.ts";
import { type ActivityPeriod, activityPeriod } from "../../facts/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** The words of a term that are printed say the same as the days by which it is judged. */
export const wordsAndDays: RecordRule = {
  code: "TRC2174",
  title: text("Срок словами и срок днями расходятся", "The words of a term say other days"),
  validations: ["V07"],
  severity: "warning",
  why: text(
    "В плане печатаются слова срока (text), а отчёт и проверки считают по его дням; расхождение сделает неверным одно из двух",
    "A plan prints the words of a term (text), reports and checks go by its days; where they differ one of them is wrong",
  ),
  example: {
    file: "activities/2025-2026/creativity-contest.yaml",
    wrong: 'period: {month: "2026-02", text: март}',
    right: 'period: {month: "2026-02", text: февраль}',
  },
  check: each("activities", function* (record, facts) {
    const written = record.data.period?.text;
    const year = facts.find("plans", record.data.plan)?.data.schoolYear?.from?.slice(0, 4);
    const read = written === undefined || year === undefined ? null : readTerm(written, Number(year));
    if (read === null || !read.exact) return;
    const said = activityPeriod(facts.dossier, { data: { ...record.data, period: read.term as never } });
    const meant = activityPeriod(facts.dossier, record);
    if (said === null || meant === null || daysOf(said) === daysOf(meant)) return;
    const [words, days] = [said, meant].map(({ from, to }) => `${numericDate(from)}–${numericDate(to)}`);
    yield {
      pointer: "/period/text",
      message: text(
        `Слова срока «${written}» значат ${words}, а по записи это ${days}`,
        `The words «${written}» mean ${words}, the record says ${days}`,
      ),
      hints: text(
        "Исправьте слова (text) или дни; строку text можно удалить",
        "Correct the words (text) or the days; the line text may be deleted",
      ),
      related: { pointer: meant.pointer, message: text("дни срока", "the days of the term") },
    };
  }),
};

function daysOf({ from, to, spans }: ActivityPeriod): string {
  return JSON.stringify([from, to, spans]);
}
