import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { languagePage } from "../../../scripts/bench-language-page.ts";

it("the page about Russian is that of today's program: npm run bench:language", () => {
  const page = languagePage();
  expect(readFileSync("docs/language.md", "utf8")).toBe(page);
  // Nothing on the lists is wrong in silence: forms, right, flagged, wrong of every group.
  const groups = page.slice(page.indexOf("## Groups"), page.indexOf("## What a clerk"));
  const rows = [...groups.matchAll(/^\| (\S+) \| \d+ \| \d+ \| \d+ \| (\d+) \|/gm)].map(([, group, wrong]) => [
    group,
    wrong,
  ]);
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter(([, wrong]) => wrong !== "0")).toEqual([]);
});
