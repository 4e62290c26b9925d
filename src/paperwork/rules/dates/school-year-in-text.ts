import { matchesIn } from "../matches-in.ts";
import { type Finding, type FindingIn, type RecordRule, text } from "../rule.ts";
import { datesInDoubt } from "./date-in-doubt.ts";

/** A school year that a text names is one, and the one that its document is about. */
export const schoolYearInText: RecordRule = {
  code: "TRC2250",
  title: text("В тексте не тот учебный год", "A text names another school year"),
  validations: ["V07"],
  severity: "warning",
  why: text(
    "В тексте остался год прошлой бумаги: план, отчёт и поручения относятся к другому",
    "The year of the last paper was left in the text: plan, report and tasks are of another",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "preamble: в соответствии с планом работы на 2024/2025 учебный год",
    right: "preamble: в соответствии с планом работы на 2025/2026 учебный год",
  },
  *check(facts): Iterable<Finding> {
    const inDoubt = datesInDoubt(facts);
    for (const { record, date } of facts.documents) {
      if (!record.text.includes("учебн")) continue;
      const [sent] =
        record.collection === "documents" ? (record.data.annexes ?? []).flatMap(({ report }) => report ?? []) : [];
      const report = record.collection === "reports" ? record : facts.find("reports", sent);
      const own = facts.find("plans", report?.data.plan)?.data.schoolYear?.from;
      for (const { found, place } of matchesIn(record, YEARS)) {
        const { on, from = "", to = "" } = found.groups ?? {};
        const wrong = mistaken([Number(from), Number(to)], {
          date,
          about: own === undefined ? null : Number(own.slice(0, 4)),
          planned: on !== undefined && TASKS.test(place.pointer) && !OVER.test(found.input) && !inDoubt(record),
          words: found.input,
        });
        if (wrong !== null) yield { ...place, ...wrong };
      }
    }
  },
};

const YEARS =
  /(?<on>(?<!\p{L})на[ \u00a0])?(?<!\d)(?<from>20\d\d)[ \u00a0]?[/–-][ \u00a0]?(?<to>20\d\d)[ \u00a0]+учебн(?!ые|ых)/giu;
/** What is asked for is to come; titles of other papers and lists of old ones are not. */
const TASKS = /^\/(?:subject|preamble)$|^\/(?:items|tasks)\/\d+\/text$|\/decided\/\d+\/text$/;
/** «Отчёт о выполнении плана на 2024/2025 учебный год», «признать утратившим силу план»: a year that is over is meant. */
const OVER = /итог|выполнени|исполнени|реализаци|отч[её]т|анализ|утратив|отмен|прошл|прошедш|истекш|минувш/iu;
/** A report that compares with another year says so. */
const COMPARED = /сравнени|прошл|предыдущ|прежн|ранее|чем|рост|выр[оа]с|увелич|сниз|уменьш|преемств/iu;
const LAST_DAY = "08-31";

type Said = {
  readonly date: string;
  /** The school year that the document reports of, when it does. */
  readonly about: number | null;
  readonly planned: boolean;
  readonly words: string;
};

function mistaken(
  [from, to]: readonly [number, number],
  { date, about, planned, words }: Said,
): Pick<FindingIn, "message" | "hints"> | null {
  if (to !== from + 1)
    return {
      message: text(`Учебный год ${from}/${to} – не два года подряд`, `${from}/${to} is no school year`),
      hints: text(`Напишите: ${from}/${from + 1}`, `Write: ${from}/${from + 1}`),
    };
  if (planned && `${to}-${LAST_DAY}` < date)
    return {
      message: text(
        `Учебный год ${from}/${to} окончился раньше, чем составлен документ`,
        `The school year ${from}/${to} was over before the document`,
      ),
      hints: text("Исправьте учебный год", "Correct the school year"),
    };
  if (about !== null && from < about && !COMPARED.test(words))
    return {
      message: text(
        `Отчёт – за ${about}/${about + 1} учебный год, а в тексте ${from}/${to}`,
        `The report is of ${about}/${about + 1}, the text names ${from}/${to}`,
      ),
      hints: text(
        `Напишите: ${about}/${about + 1}; если речь о прежнем годе, снимите замечание`,
        `Write: ${about}/${about + 1}; if the former year is meant, waive the finding`,
      ),
    };
  return null;
}
