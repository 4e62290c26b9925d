import { numericDate } from "../../../base/text/index.ts";
import { countForm } from "../../../language/index.ts";
import { allRecords } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A day is not decades away from its document: two figures of its year have changed places. */
export const farYear: RecordRule = {
  code: "TRC2292",
  title: text("Год на десятки лет дальше самой записи", "A year decades away from its record"),
  validations: ["V05"],
  severity: "warning",
  why: text(
    "Такой год чаще всего описка: 2062 вместо 2026; договор или доверенность действовали бы десятки лет",
    "Such a year is mostly a slip, 2062 for 2026: an agreement or a power would be in force for decades",
  ),
  example: {
    file: "documents/power-1-2026.yaml",
    wrong: "date: 2026-01-20\nuntil: 2062-08-31",
    right: "date: 2026-01-20\nuntil: 2026-08-31",
  },
  *check(facts): Iterable<Finding> {
    const latest = latestOf(facts);
    if (latest === null) return;
    for (const record of allRecords(facts.dossier)) {
      if (FROZEN.has(record.collection) || (facts.only !== undefined && record.file !== facts.only)) continue;
      const { date } = record.data as { readonly date?: unknown };
      const own = typeof date === "string" && DAY.test(date) ? date : null;
      // A wrong date of the document itself is told alone: all others are far from it.
      const itself = own === null ? null : farOf(record, ["/date", own], latest);
      const others = [...daysIn(record.data, "")].flatMap(
        (one) => farOf(record, one, own ?? latest, own !== null) ?? [],
      );
      yield* itself === null ? others : [itself];
    }
  },
};

/** What is wrong with a day that is too far from another one; null where it is near. @param ofOwn whether that is the date of the same document */
function farOf(record: Finding["record"], [pointer, day]: Day, from: string, ofOwn = false): Finding | null {
  const ahead = Number(day.slice(0, 4)) - Number(from.slice(0, 4));
  if (ahead <= AHEAD && ahead >= -BEHIND) return null;
  const years = Math.abs(ahead);
  return {
    record,
    pointer,
    message: text(
      `${numericDate(day)} – на ${years} ${countForm(years, "год", "года", "лет")} ${ahead > 0 ? "позже" : "раньше"}, чем ${ofOwn ? "сам документ" : "другие документы центра"}`,
      `${day} is ${years} years ${ahead > 0 ? "later" : "earlier"} than ${ofOwn ? "the document itself" : "other papers of the centre"}`,
    ),
    hints: text("Проверьте цифры года", "Check the figures of the year"),
  };
}

type Day = readonly [pointer: string, day: string];

/** Years. Terms of a centre are of a few; posts and schools are older. */
const AHEAD = 15;
const BEHIND = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Written by the program. */
const FROZEN = new Set(["register", "approvals"]);

function latestOf(facts: Facts): string | null {
  const days = [...facts.all("orders"), ...facts.all("agreements")].flatMap(({ data: { date } }) => date ?? []).sort();
  // One of them may be the slip itself.
  return days[days.length >> 1] ?? null;
}

/** The days of a record with their pointers; how long papers are kept counts in decades. */
function* daysIn(value: unknown, pointer: string): Iterable<Day> {
  if (typeof value === "string" && DAY.test(value) && !pointer.endsWith("/notBefore")) yield [pointer, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* daysIn(inner, `${pointer}/${key}`);
}
