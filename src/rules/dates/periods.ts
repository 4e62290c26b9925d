import { type Finding, type RecordRule, text } from "../rule.ts";
import { type Fields, fields, items, string, walk } from "../values.ts";

const EDGES: readonly (readonly [first: string, last: string])[] = [
  ["from", "to"],
  ["statusFrom", "statusUntil"],
  ["date", "until"],
];

/** No period ends before it begins: posts, names, school years, reports, statuses, hours of consultations. */
export const periodOrder: RecordRule = {
  code: "TRC2107",
  validations: ["V05", "V41"],
  severity: "error",
  why: text(
    "Период, который кончается раньше, чем начинается, не содержит ни одного дня",
    "A period that ends before it begins holds no day",
  ),
  example: {
    file: "reports/half-year-2025.yaml",
    wrong: "period: {from: 2025-09-01, to: 2024-12-31}",
    right: "period: {from: 2025-09-01, to: 2025-12-31}",
  },
  *check(facts): Iterable<Finding> {
    for (const [name, records] of facts.dossier.collections) {
      if (name === "calendar") continue;
      for (const record of records.values()) {
        for (const { pointer, value } of walk(record.data)) {
          // The term of an agreement has a rule of its own.
          if (pointer === "/term") continue;
          for (const [first, last] of EDGES) {
            const [from, to] = [comparable(fields(value)[first]), comparable(fields(value)[last])];
            if (from === undefined || to === undefined || from.length !== to.length || to >= from) continue;
            yield {
              record,
              pointer: `${pointer}/${last}`,
              message: text(
                `Конец периода (${to}) раньше его начала (${from})`,
                `The period ends (${to}) before it begins (${from})`,
              ),
              hints: [text(`Исправьте ${first} или ${last}`, `Mend ${first} or ${last}`)],
              related: [
                { record, pointer: `${pointer}/${first}`, message: text("начало периода", "the period begins here") },
              ],
              actual: to,
            };
          }
        }
      }
    }
  },
};

/** Days, months and hours compare as text. */
function comparable(value: unknown): string | undefined {
  return typeof value === "string" && /^(\d{4}-\d{2}(-\d{2})?|\d{2}:\d{2})$/.test(value) ? value : undefined;
}

/** Of two names, or two heads, only one may be right on a day. */
export const overlappingPeriods: RecordRule = {
  code: "TRC2139",
  validations: ["V47", "V36"],
  severity: "error",
  why: text(
    "Документ берёт наименование и руководителя, верных на его дату; если подходят два, выбор случаен",
    "A document takes the name and the head of its date; when two fit, the choice is chance",
  ),
  example: {
    file: "centre.yaml",
    wrong:
      "heads:\n  - {person: berezkina-mp, title: директор, from: 2015-08-24, to: 2026-01-16}\n  - {person: klenov-pa, title: директор, from: 2026-01-12}",
    right:
      "heads:\n  - {person: berezkina-mp, title: директор, from: 2015-08-24, to: 2026-01-16}\n  - {person: klenov-pa, title: директор, from: 2026-01-19}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of [...facts.organisations, ...facts.all("territories")]) {
      for (const name of ["names", "heads"]) {
        const periods = items(record.data, name);
        for (const [index, later] of periods.entries()) {
          const earlier = periods.slice(0, index).find((other) => overlap(other.fields, later.fields));
          if (earlier === undefined) continue;
          const label = string(later.fields["full"]) ?? facts.fullName(later.fields["person"]);
          yield {
            record,
            pointer: later.fields["from"] === undefined ? later.pointer : `${later.pointer}/from`,
            message: text(
              `Период «${label}» пересекается с другим: в эти дни верны оба`,
              `The period of "${label}" overlaps another one`,
            ),
            hints: [
              text(
                "Закройте прежний период (to) днём раньше начала нового (from)",
                "Close the earlier period (to) the day before the later begins (from)",
              ),
            ],
            related: [
              {
                record,
                pointer: earlier.pointer,
                message: text("период, с которым он пересекается", "the period it overlaps"),
              },
            ],
          };
        }
      }
    }
  },
};

function overlap(a: Fields, b: Fields): boolean {
  const from = (period: Fields): string => string(period["from"]) ?? "0000";
  const to = (period: Fields): string => string(period["to"]) ?? "9999";
  return from(a) <= to(b) && from(b) <= to(a);
}
