import type { Collection } from "../../records/index.ts";
import type { Facts, RequiredFacts } from "../facts.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** The bundle of a year holds every group of documents that section 6 of the regulation asks for. */
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
  check: each(["documents", "bundle-cover"], function* ({ data: { plan } }, facts) {
    const missing = facts.required.filter((one) => isDue(facts, one, plan) && !isThere(facts, one, plan));
    if (missing.length === 0) return;
    const kinds = missing.map((one) => one.kinds[0] ?? "");
    yield {
      pointer: "/kind",
      message: text(
        `В комплекте нет: ${missing.map(({ title }) => title).join("; ")}`,
        `The set lacks: ${kinds.join(", ")}`,
      ),
      hints: kinds.map((kind) =>
        text(
          `Создайте документ вида ${kind}: trc new ${kind}`,
          `Create a document of the kind ${kind}: trc new ${kind}`,
        ),
      ),
      expected: kinds.join(", "),
    };
  }),
};

/** True when the day by which the document is needed has come, as far as the records know. */
function isDue(facts: Facts, { due }: RequiredFacts, plan: string | undefined): boolean {
  const from = facts.find("plans", plan)?.data.schoolYear?.from;
  if (due === undefined || from === undefined) return true;
  const year = Number(from.slice(0, 4));
  return `${due >= "09-01" ? year : year + 1}-${due}` <= facts.latest;
}

/** True when a document of one of the kinds is there; plans and reports must be of the year of the set. */
function isThere(facts: Facts, { kinds }: RequiredFacts, plan: string | undefined): boolean {
  return kinds.some((kind) => {
    const collection = facts.kinds.get(kind)?.collection as Collection | undefined;
    if (collection === undefined) return false;
    if (collection === "plans") return plan === undefined || facts.find("plans", plan) !== undefined;
    if (collection !== "reports") return facts.all(collection, kind).length > 0;
    return facts.all(collection, kind).some(({ data }) => plan === undefined || data.plan === plan);
  });
}
