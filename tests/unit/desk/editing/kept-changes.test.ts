import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { KeptChanges } from "../../../../src/desk/editing/index.ts";
import { temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const content = join(folder.path, "content");
const file = `${content}/orders/one.yaml`;
const text = (subject: string, date = "2024-09-05"): string => `date: ${date}\nsubject: ${subject}\n`;

it("keeps who changed which words on which day, one visit of a field as one change, for every later desk", async () => {
  const desk = new KeptChanges([content]);
  const made = { file, day: "2024-11-05", who: "lebed-ek" };
  await desk.note({ ...made, before: text("О первом"), after: text("О т"), group: "a" });
  await desk.note({ ...made, before: text("О т"), after: text("О третьем"), group: "a" });
  await desk.note({ ...made, who: "", before: text("О третьем"), after: text("О третьем", "2024-09-06"), group: "b" });
  // What comes to nothing in one visit is none; another record has changes of its own.
  await desk.note({ ...made, before: text("О третьем"), after: text("О п"), group: "c" });
  await desk.note({ ...made, before: text("О п"), after: text("О третьем"), group: "c" });
  await desk.note({ ...made, file: `${content}/orders/two.yaml`, before: "a: 1\n", after: "a: 2\n", group: "d" });
  // A line that a killed program has left unfinished.
  appendFileSync(join(folder.path, ".trc-desk/content.jsonl"), '{"day": "2024-');
  expect(await new KeptChanges([content]).of(file)).toMatchObject([
    { day: "2024-11-05", who: "", removed: ["date: 2024-09-05"], added: ["date: 2024-09-06"] },
    { day: "2024-11-05", who: "lebed-ek", removed: ["subject: О первом"], added: ["subject: О третьем"] },
  ]);
});

it("keeps nothing of what is no record of its folders, and is no fault where nothing may be written", async () => {
  const other = join(folder.path, "other");
  mkdirSync(other);
  writeFileSync(join(other, ".trc-desk"), "");
  const desk = new KeptChanges([join(other, "content")]);
  const made = { day: "2024-11-05", who: "", group: "", before: "a: 1\n", after: "a: 2\n" };
  await desk.note({ ...made, file });
  await desk.note({ ...made, file: join(other, "content/settings.yaml") });
  expect(await desk.of(join(other, "content/settings.yaml"))).toEqual([]);
  expect(await desk.of(file)).toEqual([]);
  expect(existsSync(join(other, "content"))).toBe(false);
});
