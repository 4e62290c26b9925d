import { readFileSync } from "node:fs";
import { globSync } from "glob";
import { expect, it } from "vitest";
import { parse } from "yaml";

const acts = (
  parse(readFileSync("content/laws.yaml", "utf8")) as { acts: { number: string; date: string; validTo?: string }[] }
).acts;

it("the reference book has every law that templates and their pages name", () => {
  const files = globSync("templates/**/*.{hbs,md,yaml}", { posix: true });
  const named = files.flatMap((file) => readFileSync(file, "utf8").match(/\d+-ФЗ/g) ?? []);
  expect(named.length).toBeGreaterThan(20);
  const known = new Set(acts.map(({ number }) => number));
  expect([...new Set(named)].filter((number) => !known.has(number))).toEqual([]);
});

it("the reference book names each act once, and none that ended before it began", () => {
  const names = acts.map(({ number, date }) => `${date} ${number}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(acts.filter(({ date, validTo }) => validTo !== undefined && validTo < date)).toEqual([]);
});
