import type { Defined } from "../../base/diagnostics/index.ts";
import { RULES, type Rule } from "../../paperwork/rules/index.ts";
import { ROOMS } from "./all-findings.ts";

/** Every finding by its code, in the order of codes. */
export const FINDINGS: ReadonlyMap<string, Defined | Rule> = new Map(
  [...ROOMS.flatMap((room): readonly Defined[] => Object.values(room)), ...RULES]
    .map((one) => [one.code, one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
