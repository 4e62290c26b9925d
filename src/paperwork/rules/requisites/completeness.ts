import { requiredDocuments, schoolYearOf } from "../../facts/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** The set of a year holds every document that section 6 of the regulation asks for, as far as it is known: on the day that the set is drawn up for, or on the day of the check while that has not come. */
export const completeness: RecordRule = {
  code: "TRC2152",
  title: text("Комплект года неполон", "The set of the year is incomplete"),
  validations: ["V62"],
  why: text(
    "Комплект года должен содержать все документы, названные в разделе 6 Положения",
    "The set of a year holds all documents named in section 6 of the regulation",
  ),
  norm: "Положение, раздел 6 «Документация»",
  example: {
    file: "agreements/1-2025-trc.yaml",
    wrong:
      "kind: agreement-base\ndistrict: obraztsovskiy\ncontacts: {first: kovalchuk-av, second: zhuk-ayu}\nreportData: [2026-01-15]\nreportDue: null",
    right: "kind: agreement-committee",
  },
  check: each(["documents", "bundle-cover"], function* ({ data: { date, plan } }, facts) {
    const known = facts.today ?? facts.latest;
    const day = date !== undefined && date < known ? date : known;
    const year = schoolYearOf(facts.amended("plans", plan)?.data.schoolYear?.from ?? day);
    const missing = requiredDocuments(facts.dossier, facts.required, { date: day, year }).filter(
      ({ state }) => state === "missing",
    );
    const [first, ...others] = missing.map(({ begin }) =>
      text(`Создайте документ: ${begin}`, `Create the document: ${begin}`),
    );
    if (first === undefined) return;
    const kinds = missing.map(
      ({
        requirement: {
          kinds: [kind = ""],
        },
        school,
      }) => (school === null ? kind : `${kind} (${school})`),
    );
    yield {
      pointer: "/kind",
      message: text(
        `В комплекте нет: ${missing.map(({ title }) => title).join("; ")}`,
        `The set lacks: ${kinds.join(", ")}`,
      ),
      hints: [first, ...others],
      expected: kinds.join(", "),
    };
  }),
};
