import { overlap } from "../../facts/index.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";

/** Of two names, or two heads, only one may be right on a day. */
export const overlappingPeriods: RecordRule = {
  code: "TRC2139",
  title: text("Периоды наименований или руководителей пересекаются", "Periods of names or heads overlap"),
  validations: ["V47", "V36"],
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
    for (const record of [...facts.all("organisations"), ...facts.all("territories")]) {
      const heads = "heads" in record.data ? record.data.heads : [];
      const found = [...overlaps(located(record.data.names, "/names")), ...overlaps(located(heads, "/heads"))];
      for (const { later, earlier } of found) {
        const [pointer, { from, full, person }] = later;
        const label = full ?? facts.fullName(person);
        yield {
          record,
          pointer: from === undefined ? pointer : `${pointer}/from`,
          message: text(
            `Период «${label}» пересекается с другим: в эти дни верны оба`,
            `The period of "${label}" overlaps another one`,
          ),
          hints: text(
            "Закройте прежний период (to) днём раньше начала нового (from)",
            "Close the earlier period (to) the day before the later begins (from)",
          ),
          related: {
            record,
            pointer: earlier[0],
            message: text("период, с которым он пересекается", "the period it overlaps"),
          },
        };
      }
    }
  },
};

type Entry = readonly [
  pointer: string,
  { readonly from?: string; readonly to?: string; readonly full?: string; readonly person?: string },
];

/** Each entry that overlaps one before it. */
function overlaps(entries: readonly Entry[]): { readonly later: Entry; readonly earlier: Entry }[] {
  return entries.flatMap((later, index) => {
    const earlier = entries.slice(0, index).find(([, period]) => overlap(period, later[1]));
    return earlier === undefined ? [] : [{ later, earlier }];
  });
}
