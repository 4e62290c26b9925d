import { allRecords } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { fields, walk } from "../values.ts";

const EDGES: readonly (readonly [first: string, last: string])[] = [
  ["from", "to"],
  ["statusFrom", "statusUntil"],
  ["date", "until"],
];

/** No period ends before it begins: posts, names, school years, reports, statuses, hours of consultations. */
export const periodOrder: RecordRule = {
  code: "TRC2107",
  title: text("Период кончается раньше, чем начинается", "A period ends before it begins"),
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
    for (const record of allRecords(facts.dossier)) {
      if (record.collection === "calendar") continue;
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
  },
};

/** Days, months and hours compare as text. */
function comparable(value: unknown): string | undefined {
  return typeof value === "string" && /^(\d{4}-\d{2}(-\d{2})?|\d{2}:\d{2})$/.test(value) ? value : undefined;
}
