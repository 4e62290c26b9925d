import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { LiveSet } from "../../src/project/pipeline/index.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
afterAll(folder.remove);

it("a run reads what it is told of, and notices what nobody told", async () => {
  const set = await LiveSet.open({ content: [project.content], templates: project.templates });
  const { signal } = new AbortController();
  const titles = async (changed: readonly string[] | null): Promise<string> => {
    const run = {
      changed,
      first: "order-general.one",
      onFirst: async ({ title }: { title: string }) => void made.push(title),
    };
    return (await set.refresh({ ...run, signal })).documents.map(({ title }) => title).join();
  };
  const made: string[] = [];
  const [one, two] = ["one", "two"].map((name) => resolve(project.content, "orders", `${name}.yaml`)) as [
    string,
    string,
  ];
  expect(await set.knows([one])).toBe(false);
  await titles(null);
  expect(await set.knows([one, two])).toBe(true);
  project.edit("orders/one.yaml", (text) => text.replace("О первом", "О третьем"));
  project.edit("orders/two.yaml", (text) => text.replace("О втором", "О четвёртом"));
  expect([await set.knows([one]), await set.knows([two])]).toEqual([false, false]);
  const told = await titles([one]);
  expect(made.at(-1)).toContain("О третьем");
  expect([told.includes("О третьем"), told.includes("О четвёртом")]).toEqual([true, false]);
  expect([await set.knows([one]), await set.knows([two]), await set.isBehind()]).toEqual([true, false, true]);
  expect(await titles(null)).toContain("О четвёртом");
  expect(await set.isBehind()).toBe(false);
});
