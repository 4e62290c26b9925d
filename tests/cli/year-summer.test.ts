import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
beforeAll(() => mkdirSync(folder.path, { recursive: true }));
afterAll(folder.remove);

it("a centre that began in August has the papers of its next year in the next August, not a year later", async () => {
  const answers = await trc("init", "--print-answers");
  writeFileSync(`${folder.path}/answers.yaml`, answers.stdout);
  const begun = await trc("init", "--answers", `${folder.path}/answers.yaml`, "--date", "2026-08-25", content);
  expect(begun.code).toBe(0);
  // The head of the centre may answer for an activity: the regulation says so itself.
  const seminar = `${content}/activities/2026-2027/seminar.yaml`;
  const head = /^head: (\S+)|person: (\S+?)[,}\s]/m.exec(readFileSync(`${content}/plans/2026-2027.yaml`, "utf8"))?.[2];
  writeFileSync(seminar, readFileSync(seminar, "utf8").replace(/^responsible:.*$/m, `responsible: [${head}]`));
  expect((await trc("check", "--content", content)).stderr).not.toContain("TRC2110");
  const { code } = await trc("year", "2027/2028", "--content", content);
  expect(code).toBe(0);
  expect(readdirSync(`${content}/orders`)).toEqual(["2026", "2027"]);
  for (const name of readdirSync(`${content}/orders/2027`))
    expect(readFileSync(`${content}/orders/2027/${name}`, "utf8")).toMatch(/^date: 2027-08-/m);
});
