import type { Defined } from "../../base/diagnostics/index.ts";
import { RULES, type Rule } from "../../paperwork/rules/index.ts";
import { ROOMS } from "./all-findings.ts";

/** Every finding by its code, in the order of codes. Throws when two rooms own one code. */
export const FINDINGS: ReadonlyMap<string, Defined | Rule> = byCode([
  ...ROOMS.flatMap((room): readonly Defined[] => Object.values(room)),
  ...RULES,
]);

function byCode(all: readonly (Defined | Rule)[]): Map<string, Defined | Rule> {
  const sorted = all.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const twice = sorted.find(({ code }, index) => code === sorted[index + 1]?.code);
  if (twice !== undefined) throw new Error(`two findings have the code ${twice.code}`);
  return new Map(sorted.map((one) => [one.code, one]));
}
