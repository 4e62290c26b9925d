import { CODES, type Defined, ENGLISH_TITLES, PAGES, text } from "../../base/diagnostics/index.ts";
import { RULES, type Rule } from "../../paperwork/rules/index.ts";
import { ROOMS } from "./all-findings.ts";

/** Every finding by its code, in the order of codes. */
export const FINDINGS: ReadonlyMap<string, Defined | Rule> = new Map(
  [...ROOMS.flatMap((room): readonly Defined[] => Object.values(room)), ...RULES, ...legacy()]
    .map((one) => [one.code, one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** Codes of the rooms that do not own theirs yet. */
function legacy(): readonly Defined[] {
  return Object.entries(CODES).flatMap(([code, title]) => {
    const page = PAGES[code];
    if (page === undefined) return [];
    const { wrong, right } = page;
    const example = wrong === undefined || right === undefined ? {} : { example: { wrong, right } };
    return [
      {
        code: code as Defined["code"],
        severity: "error",
        title: text(title, ENGLISH_TITLES[code] ?? ""),
        why: text(page.why, page.whyEnglish),
        ...example,
      },
    ];
  });
}
