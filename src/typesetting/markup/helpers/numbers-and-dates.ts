import { text } from "../../../base/diagnostics/index.ts";
import { numericDate } from "../../../base/text/index.ts";
import {
  cardinal,
  collective,
  contractDate,
  counted,
  countForm,
  dateInWords,
  dayAndMonth,
  formatNumber,
  halfYearName,
  moneyInWords,
  monthName,
  monthYear,
  ordinal,
  phraseByNumber,
  type SchoolYear,
  schoolYearLabel,
  schoolYearName,
  type Term,
  termWords,
  verbalDate,
} from "../../../language/index.ts";
import { FINDINGS } from "../findings.ts";
import { TemplateError } from "../template-error.ts";
import { caseArgument, dateArgument, genderArgument, numberArgument, textArgument, wordArgument } from "./arguments.ts";
import { settlePhrase } from "./forms.ts";
import type { HelperContext, HelperTable, Named } from "./helper.ts";

const NBSP = "\u00a0";

/** Dates, periods, numbers and counted words. */
export const NUMBERS_AND_DATES: HelperTable = {
  /** As in a text: `date "2025-09-05"` → «5 сентября 2025 г.». */
  date: ([value]) => verbalDate(dateArgument(value, "date")),
  /** In figures: `dateNumeric "2025-09-05"` → «05.09.2025». */
  dateNumeric: ([value]) => numericDate(dateArgument(value, "dateNumeric")),
  /** As at the head of a contract: `dateContract "2025-09-05"` → ««05» сентября 2025 г.». */
  dateContract: ([value]) => contractDate(dateArgument(value, "dateContract")),
  /** With the month and the year in words: `dateLong "2025-09-05"` → «5 сентября 2025 года»; `year="none"` → «5 сентября». */
  dateLong: ([value], named) => dayAndMonth(dateArgument(value, "dateLong"), named.year === "none" ? "none" : "full"),
  /** In words: `dateWords "2025-09-05" case="genitive"` → «пятого сентября две тысячи двадцать пятого года». */
  dateWords: ([value], named) => dateInWords(dateArgument(value, "dateWords"), caseArgument(named.case)),
  /** The year of a date or month: `year "2025-09-05"` → «2025». */
  year: ([value]) => textArgument(value, "year").slice(0, 4),
  /** The name of a month: `monthName "2025-09" case="prepositional"` → «сентябре». */
  monthName: ([value], named) => monthName(textArgument(value, "monthName"), caseArgument(named.case)),
  /** A month with its year: `monthYear "2025-09"` → «сентябрь 2025 г.». */
  monthYear: ([value]) => monthYear(textArgument(value, "monthYear")),
  /** Months from one day to another: `join (months "2025-11-03" "2026-01-31")` → «2025-11, 2025-12, 2026-01». */
  months: ([first, last]) => months(dateArgument(first, "months"), dateArgument(last, "months")),
  /** A school year: `schoolYear year` → «2025/2026»; with a case «2025/2026 учебного года», in the prepositional as after «в» (`locative=false`: as after «о»). */
  schoolYear: ([value], named) => {
    const year = yearArgument(value);
    return named.case === undefined
      ? schoolYearLabel(year)
      : schoolYearName(year, caseArgument(named.case), named.locative !== false);
  },
  /** A half of a school year: `halfYear 1 year case="genitive"` → «первого полугодия 2025/2026 учебного года». */
  halfYear: ([half, value], named) => {
    const number = wordArgument(half, [1, 2], text("Неизвестное полугодие", "Unknown half of a year"));
    return halfYearName(number, yearArgument(value), caseArgument(named.case));
  },
  /** The term of an activity, as it was written if it was: `period term` → «сентябрь 2025 г.»; `wholeYear` is the wording for a term of the whole year. */
  period: ([value], named) => termWords(value as Term) ?? textArgument(named.wholeYear, "period: wholeYear"),
  /** A number with what is counted: `count 2 "базовая организация"` → «2 базовые организации»; `as="words"`, or three ready forms. */
  count: ([value, one, few, many], named, context) => {
    const number = numberArgument(value, "count");
    if (few === undefined) return countedForm([number, one], named, context);
    return `${formatNumber(number, Number.isInteger(number) ? 0 : 1)}${NBSP}${countForm(number, String(one), String(few), String(many))}`;
  },
  /** The counted words without the number: `plural 2 "лицо"` → «лица»; or three ready forms. */
  plural: ([value, one, few, many], named, context) => {
    const number = numberArgument(value, "plural");
    return few === undefined
      ? countedForm([number, one], { ...named, as: "none" }, context)
      : countForm(number, String(one), String(few), String(many));
  },
  /** The phrase in the singular for one and in the plural for more: `forNumber 3 "следующее изменение" case="accusative"` → «следующие изменения». */
  forNumber: ([value, phrase], named, context) => {
    const words = textArgument(phrase, "forNumber");
    const name = caseArgument(named.case);
    const form = phraseByNumber(numberArgument(value, "forNumber"), words, name);
    return settlePhrase({ text: words, name, form }, context);
  },
  /** From 2 to 10: `collective 3 case="genitive"` → «троих». */
  collective: ([value], named) => {
    const number = numberArgument(value, "collective");
    if (number < 2 || number > 10)
      throw new TemplateError(FINDINGS.TRC3214, {
        message: text("collective: собирательные числительные – от 2 до 10", "collective: from 2 to 10 only"),
        hints: text("Для других чисел есть words", "For other numbers there is words"),
      });
    return collective(number, caseArgument(named.case));
  },
  /** A number in words: `words 21 gender="feminine"` → «двадцать одна»; `animate=true` for persons in the accusative. */
  words: ([value], named) =>
    cardinal(numberArgument(value, "words"), {
      case: caseArgument(named.case),
      gender: genderArgument(named.gender),
      animate: named.animate === true,
    }),
  /** An ordinal number in words: `ordinal 3 case="genitive"` → «третьего». */
  ordinal: ([value], named) =>
    ordinal(numberArgument(value, "ordinal"), {
      case: caseArgument(named.case),
      gender: genderArgument(named.gender),
    }),
  /** An amount of roubles in words: `money 1500.5` → «1500 (одна тысяча пятьсот) рублей 50 копеек». */
  money: ([value]) => moneyInWords(numberArgument(value, "money")),
  /** Groups of three digits, a comma before the decimals: `number 12345.678 digits=1` → «12 345,7». */
  number: ([value], named) =>
    formatNumber(numberArgument(value, "number"), numberArgument(named.digits ?? 0, "digits")),
  /** The share of the whole, a dash where the whole is nothing: `percent 1 3 digits=1` → «33,3 %». */
  percent: ([part, whole], named, { percentStyle }) => {
    const total = numberArgument(whole, "percent");
    if (total === 0) return "–";
    const digits = numberArgument(named.digits ?? 0, "digits");
    return `${formatNumber((numberArgument(part, "percent") / total) * 100, digits)}${percentStyle === "spaced" ? NBSP : ""}%`;
  },
};

function yearArgument(value: unknown): SchoolYear {
  const { from, to } = (value ?? {}) as { readonly from?: unknown; readonly to?: unknown };
  return { from: dateArgument(from, "schoolYear"), to: dateArgument(to, "schoolYear") };
}

const COUNT_STYLES = ["digits", "words", "collective", "none"] as const;

/** The phrase of a count, asked about where the language is not sure of it. */
function countedForm([value, phrase]: readonly [number, unknown], named: Named, context: HelperContext): string {
  const what = textArgument(phrase, "count");
  const as = wordArgument(named.as ?? "digits", COUNT_STYLES, text("count: неизвестный вид", "count: unknown form"));
  const name = caseArgument(named.case);
  return settlePhrase({ text: what, name, form: counted(value, what, { case: name, as }) }, context);
}

/** Months from one day to another: 2025-11-03, 2026-01-31 → 2025-11, 2025-12, 2026-01. */
function months(first: string, last: string): string[] {
  const start = monthIndex(first);
  return Array.from({ length: Math.max(0, monthIndex(last) - start + 1) }, (_, step) => {
    const index = start + step;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  });
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
