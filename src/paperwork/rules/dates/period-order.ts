import { isDay, numericDate } from "../../../base/text/index.ts";
import { escapePointer, isFields, type YamlData } from "../../../base/yaml/index.ts";
import { allRecords } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

const EDGES = [
  ["from", "to"],
  ["statusFrom", "statusUntil"],
  ["date", "until"],
  ["date", "validTo"],
] as const;

/** No period ends before it begins: posts, names, school years, reports, statuses, hours of consultations. */
export const periodOrder: RecordRule = {
  code: "TRC2107",
  title: text("Период кончается раньше, чем начинается", "A period ends before it begins"),
  validations: ["V05", "V41"],
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
      for (const { pointer, fields } of fieldsIn(record.data)) {
        // The term of an agreement has a rule of its own; a day off may be moved back.
        if (
          (pointer === "/term" && record.collection === "agreements") ||
          (record.collection === "calendar" && pointer.startsWith("/transfers"))
        )
          continue;
        for (const [first, last] of EDGES) {
          const [from, to] = [fields[first], fields[last]];
          if (!isMoment(from) || !isMoment(to) || from.length !== to.length || to >= from) continue;
          yield {
            record,
            pointer: `${pointer}/${last}`,
            message: text(
              `Конец периода (${moment(to)}) раньше его начала (${moment(from)})`,
              `The period ends (${to}) before it begins (${from})`,
            ),
            hints: text(`Исправьте ${first} или ${last}`, `Correct ${first} or ${last}`),
            related: {
              record,
              pointer: `${pointer}/${first}`,
              message: text("начало периода", "the period begins here"),
            },
          };
        }
      }
    }
  },
};

type Part = { readonly pointer: string; readonly fields: { readonly [key: string]: YamlData } };

/** Every set of properties in a value, outer before inner. */
function fieldsIn(value: YamlData, pointer = ""): Part[] {
  if (typeof value !== "object" || value === null) return [];
  const own = isFields(value) ? [{ pointer, fields: value }] : [];
  const inner = Object.entries(value).flatMap(([key, child]) => fieldsIn(child, `${pointer}/${escapePointer(key)}`));
  return [...own, ...inner];
}

/** As a reader has it: a day with dots; months and hours as they are. */
function moment(value: string): string {
  return isDay(value) ? numericDate(value) : value;
}

/** Days, months and hours compare as text. */
function isMoment(value: YamlData | undefined): value is string {
  return typeof value === "string" && /^(\d{4}-\d{2}(-\d{2})?|\d{2}:\d{2})$/.test(value);
}
