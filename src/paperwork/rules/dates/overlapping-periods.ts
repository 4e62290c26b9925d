import { overlap } from "../../facts/index.ts";
import type { Facts } from "../facts.ts";
import { each, type FindingIn, located, type RecordRule, text } from "../rule.ts";

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
  check: (facts) => [...each("organisations", overlaps)(facts), ...each("territories", overlaps)(facts)],
};

type Entry = { readonly from?: string; readonly to?: string; readonly full?: string; readonly person?: string };
type Lists = { readonly names?: readonly Entry[]; readonly heads?: readonly Entry[] };

function* overlaps({ data }: { readonly data: Lists }, facts: Facts): Iterable<FindingIn> {
  for (const entries of [located(data.names, "/names"), located(data.heads, "/heads")])
    for (const [index, [pointer, later]] of entries.entries()) {
      const earlier = entries.slice(0, index).find(([, period]) => overlap(period, later));
      if (earlier === undefined) continue;
      const label = later.full ?? facts.fullName(later.person);
      yield {
        pointer: later.from === undefined ? pointer : `${pointer}/from`,
        message: text(
          `Период «${label}» пересекается с другим: в эти дни верны оба`,
          `The period of "${label}" overlaps another one`,
        ),
        hints: text(
          "Закройте прежний период (to) днём раньше начала нового (from)",
          "Close the earlier period (to) the day before the later begins (from)",
        ),
        related: { pointer: earlier[0], message: text("период, с которым он пересекается", "the period it overlaps") },
      };
    }
}
