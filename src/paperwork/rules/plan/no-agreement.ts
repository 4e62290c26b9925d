import { activityPeriod } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, fields, partiesOf, strings } from "../values.ts";

/** An activity with a base school needs an agreement with it that is in force. */
export const noAgreement: RecordRule = {
  code: "TRC2155",
  title: text("С базовой организацией нет действующего договора", "No agreement in force with the base school"),
  validations: ["V09"],
  severity: "warning",
  why: text(
    "С базовой организацией работают по договору; без него ресурсы предоставлять не на чем",
    "Work with a base school rests on an agreement in force",
  ),
  norm: "Положение, раздел 6",
  example: {
    file: "activities/2025-2026/assessment-seminar.yaml",
    wrong: "baseSchools: [school-rodniki]",
    right: "baseSchools: [base-obraztsovo]",
  },
  *check(facts): Iterable<Finding> {
    const agreements = facts.ofKind("agreements", "agreement-base");
    if (agreements.length === 0) return;
    for (const record of facts.all("activities")) {
      const period = activityPeriod(facts.dossier, record);
      if (period === null) continue;
      for (const [index, id] of strings(record.data.baseSchools).entries()) {
        const held = agreements.some((agreement) => {
          const term = fields(agreement.data.term);
          const from = day(term.from) ?? "";
          const to = day(term.to) ?? "9999-12-31";
          const named = partiesOf(agreement.data).some(({ party }) => party.organisation === id);
          return named && from <= period.to && period.from <= to;
        });
        if (held) continue;
        yield {
          record,
          pointer: `/baseSchools/${index}`,
          message: text(
            `С организацией «${id}» на это время нет договора`,
            `There is no agreement in force with "${id}" at that time`,
          ),
          hints: [text("Проверьте срок договора или школу", "Check the term of the agreement, or the school")],
          actual: id,
        };
      }
    }
  },
};
