import { addDays, numericDate } from "../../../base/text/index.ts";
import { schoolYearOf } from "../../facts/index.ts";
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
          told: inDoubt(record) ? null : toldOf(found, record.collection === "reports" && TOLD.test(place.pointer)),
          words: found.input,
        });
        if (wrong !== null) yield { ...place, ...wrong };
      }
    }
  },
};

const YEARS =
  /(?<on>(?<!\p{L})на[ \u00a0])?(?<!\d)(?<from>[1-9]\d{3})[ \u00a0]?[/–-][ \u00a0]?(?<to>[1-9]\d{3})[ \u00a0]+учебн(?!ые|ых)/giu;
/** What is asked for is to come; titles of other papers and lists of old ones are not. */
const TASKS = /^\/(?:subject|preamble)$|^\/(?:items|tasks)\/\d+\/text$|\/decided\/\d+\/text$/;
/** «Отчёт о выполнении плана на 2024/2025 учебный год», «признать утратившим силу план»: a year that is over is meant. */
const OVER = /итог|выполнени|исполнени|реализаци|отч[её]т|анализ|утратив|отмен|прошл|прошедш|истекш|минувш/iu;
/** What a report tells of has been. */
const TOLD = /^\/(?:overview|directions|staff|reasons|problems)\//;
/** What is still to be made may be of a year far ahead. */
const AHEAD =
  /проект|предложени|подготов|разработ|следующ|будущ|перспектив|при[её]м(?!к)|набор|комплектован|программ[аыу] развития/iu;
/** A report that compares with another year says so. */
const COMPARED = /сравнени|прошл|предыдущ|прежн|ранее|чем|рост|выр[оа]с|увелич|сниз|уменьш|преемств/iu;
const LAST_DAY = "08-31";
const HALF_A_YEAR = 190;

type Said = {
  readonly date: string;
  /** The school year that the document reports of, when it does. */
  readonly about: number | null;
  readonly planned: boolean;
  /** The text tells of what has been in the year, or of what is planned for it. */
  readonly told: "done" | "planned" | null;
  readonly words: string;
};

function toldOf({ index, input, groups }: RegExpExecArray, reported: boolean): Said["told"] {
  if (reported || BEEN.test(input.slice(0, index))) return "done";
  return groups?.on !== undefined && !AHEAD.test(input) ? "planned" : null;
}

/** «Итоги первого полугодия», «отчёт за», «сведения о результатах деятельности за»: of a year that has begun. */
const BEEN = /(?<!\p{L})(?:за|об?[ \u00a0](?:итогах|результатах))(?:[ \u00a0](?:\p{L}|\d|\.)+){0,4}[ \u00a0]$/iu;

function mistaken(
  [from, to]: readonly [number, number],
  { date, about, planned, told, words }: Said,
): Pick<FindingIn, "message" | "hints"> | null {
  if (to !== from + 1) {
    // The year that is near the document is the right one.
    const near = Math.abs(from - Number(date.slice(0, 4))) <= Math.abs(to - Number(date.slice(0, 4))) ? from : to - 1;
    return {
      message: text(`Учебный год ${from}/${to} – не два года подряд`, `${from}/${to} is no school year`),
      hints: text(`Напишите: ${near}/${near + 1}`, `Write: ${near}/${near + 1}`),
    };
  }
  if (planned && `${to}-${LAST_DAY}` < date)
    return {
      message: text(
        `Учебный год ${from}/${to} окончился раньше, чем составлен документ`,
        `The school year ${from}/${to} was over before the document`,
      ),
      hints: text("Исправьте учебный год", "Correct the school year"),
    };
  const begun = schoolYearOf(date);
  if (told === "done" && from > begun)
    return {
      message: text(
        `Сказано о том, что было в ${from}/${to} учебном году, а он ещё не начался (документ – от ${numericDate(date)})`,
        `The text tells of the school year ${from}/${to}, which had not begun on ${date}`,
      ),
      hints: text("Исправьте учебный год", "Correct the school year"),
    };
  // Plans of the next year are made from the middle of the school year on.
  if (told === "planned" && from > schoolYearOf(addDays(date, HALF_A_YEAR)))
    return {
      message: text(
        `Учебный год ${from}/${to} – слишком далеко: документ – от ${numericDate(date)}`,
        `The school year ${from}/${to} is too far from the document of ${date}`,
      ),
      hints: text(
        "Исправьте учебный год; если речь и правда о нём, снимите замечание",
        "Correct the school year; if it is meant indeed, waive the finding",
      ),
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
