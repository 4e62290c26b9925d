import { activityPeriod, overlap, termOf } from "../../facts/index.ts";
import { asAmended } from "../../records/index.ts";
import { partiesOf } from "../parties/parties-of.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

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
  check: each("activities", function* (record, facts) {
    const agreements = facts.all("agreements", "agreement-base").map(asAmended);
    const period = activityPeriod(facts.dossier, record);
    if (agreements.length === 0 || period === null) return;
    const inForce = agreements.filter((one) => overlap(termOf(facts.dossier, one), period));
    const held = new Set(inForce.flatMap(partiesOf).map(([, { organisation }]) => organisation));
    for (const [pointer, id] of located(asAmended(record).data.baseSchools, "/baseSchools")) {
      if (held.has(id)) continue;
      yield {
        pointer,
        message: text(
          `С организацией «${id}» на это время нет договора`,
          `There is no agreement in force with "${id}" at that time`,
        ),
        hints: text("Проверьте срок договора или школу", "Check the term of the agreement, or the school"),
      };
    }
  }),
};
