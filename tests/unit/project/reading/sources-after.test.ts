import { rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { readSources, sameSources, sourcesAfter } from "../../../../src/project/reading/index.ts";
import { temporaryFolder } from "../../../support/samples.ts";
import { SmallProject } from "../../../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
const options = { content: [project.content], templates: project.templates };
const at = (inside: string): string => resolve(project.content, inside);
const TEXT = project.read("orders/one.yaml");
beforeEach(() => {
  rmSync(at("orders/one.yaml"), { force: true });
  project.write("orders/one.yaml", TEXT);
});
afterAll(folder.remove);

it("a record that was written again makes the sources that reading all would make", async () => {
  const before = await readSources(options);
  project.edit("orders/one.yaml", (text) => text.replace("О первом", "О третьем"));
  const after = await sourcesAfter(before, [at("orders/one.yaml")]);
  const whole = await readSources(options);
  expect(after && sameSources(after, whole)).toBe(true);
  expect(sameSources(before, whole)).toBe(false);
  expect(after?.sourceOf(`${project.content}/orders/one.yaml`)).toContain("О третьем");
  expect(after?.folders).toEqual(whole.folders);
  expect(after?.templates).toEqual(whole.templates);
});

it("what is not the bytes of a record alone asks for all to be read", async () => {
  const before = await readSources(options);
  project.write("orders/three.yaml", TEXT);
  expect(await sourcesAfter(before, [at("orders/three.yaml")])).toBeNull();
  project.remove("orders/three.yaml");
  expect(await sourcesAfter(before, [at("orders/one.yaml"), at("orders/three.yaml")])).toBeNull();
  expect(await sourcesAfter(before, [resolve(project.templates, "order-general/body.hbs")])).toBeNull();
  project.remove("orders/one.yaml");
  expect(await sourcesAfter(before, [at("orders/one.yaml")])).toBeNull();
  symlinkSync(at("orders/two.yaml"), at("orders/one.yaml"));
  expect(await sourcesAfter(before, [at("orders/one.yaml")])).toBeNull();
});
