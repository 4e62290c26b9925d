import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { valueAtPointer, type YamlData, yamlData } from "../../base/yaml/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import type { PageProblem } from "./page-types.ts";

/** What the value would be if the finding's advice were taken; null where the advice is no value. */
export function fixOf(record: ContentRecord, finding: Diagnostic, pointer: string): PageProblem["fix"] {
  const { fix, actual, expected } = finding;
  const value = valueAtPointer(record.data, pointer) as YamlData | undefined;
  if (value === undefined) return null;
  const right =
    fix !== undefined && fix.file === record.file
      ? valueAtPointer(
          yamlData(record.text.slice(0, fix.start) + fix.replacement + record.text.slice(fix.end)),
          pointer,
        )
      : rightValue(value, actual, expected);
  return (typeof right === "string" || typeof right === "number") && right !== value
    ? { was: value, value: right }
    : null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function rightValue(value: YamlData, actual = "", expected = ""): string | number | null {
  // What is no value but a bound or a part of one.
  if (expected === "" || /[≤≥…]/.test(expected)) return null;
  if (typeof value === "number") return /^\d+$/.test(expected) ? Number(expected) : null;
  if (typeof value !== "string") return null;
  if (DAY.test(value)) return DAY.test(expected) ? expected : null;
  if (actual === "") return null;
  return value.split(actual).length === 2 ? value.replace(actual, () => expected) : null;
}
