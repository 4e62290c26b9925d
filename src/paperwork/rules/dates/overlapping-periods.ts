import { type Finding, type RecordRule, text } from "../rule.ts";
import { type Fields, items, string } from "../values.ts";

/** Of two names, or two heads, only one may be right on a day. */
export const overlappingPeriods: RecordRule = {
  code: "TRC2139",
  title: text("Периоды наименований или руководителей пересекаются", "Periods of names or heads overlap"),
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
          const label = string(later.fields.full) ?? facts.fullName(later.fields.person);
          yield {
            record,
            pointer: later.fields.from === undefined ? later.pointer : `${later.pointer}/from`,
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
  const from = (period: Fields): string => string(period.from) ?? "0000";
  const to = (period: Fields): string => string(period.to) ?? "9999";
  return from(a) <= to(b) && from(b) <= to(a);
}
