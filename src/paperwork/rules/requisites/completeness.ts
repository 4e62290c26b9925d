import type { Collection } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { string } from "../values.ts";

/** The bundle of a year holds every group of documents that section 6 of the regulation asks for. */
export const completeness: RecordRule = {
  code: "TRC2152",
  title: text("Комплект года неполон", "The set of the year is incomplete"),
  validations: ["V62"],
  severity: "error",
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
  *check(facts): Iterable<Finding> {
    for (const record of facts.ofKind("documents", "bundle-cover")) {
      const plan = string(record.data["plan"]);
      const missing = GROUPS.filter(({ has }) => !has(facts, plan));
      if (missing.length === 0) continue;
      yield {
        record,
        pointer: "/kind",
        message: text(
          `В комплекте нет: ${missing.map(({ name }) => name).join("; ")}`,
          `The set lacks: ${missing.map(({ kind }) => kind).join(", ")}`,
        ),
        hints: missing.map(({ kind }) =>
          text(`Создайте документ вида ${kind}: trc new`, `Create a document of the kind ${kind}: trc new`),
        ),
        expected: missing.map(({ kind }) => kind).join(", "),
      };
    }
  },
};

type Group = {
  readonly name: string;
  readonly kind: string;
  readonly has: (facts: Facts, plan: string | undefined) => boolean;
};

function any(name: string, kind: string, collection: Collection): Group {
  return { name, kind, has: (facts) => facts.ofKind(collection, kind).length > 0 };
}

const GROUPS: readonly Group[] = [
  any("Положение", "regulation", "regulations"),
  any("приказ о присвоении статуса", "order-status", "orders"),
  any("приказ об ответственных", "order-responsible", "orders"),
  any("приказ о регламентации работы", "order-operation", "orders"),
  any("договор с комитетом", "agreement-committee", "agreements"),
  any("договор с базовой организацией", "agreement-base", "agreements"),
  {
    name: "план работы",
    kind: "work-plan",
    has: (facts, plan) => plan === undefined || facts.find("plans", plan) !== undefined,
  },
  {
    name: "отчёт",
    kind: "report-annual",
    has: (facts, plan) => facts.all("reports").some(({ data }) => plan === undefined || data["plan"] === plan),
  },
];
