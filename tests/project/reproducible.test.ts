import { cpSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { listFolder } from "../../src/project/reading/read-folder.ts";
import { builtSample } from "../support/built-sample.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const timeZone = process.env.TZ;
afterAll(() => {
  if (timeZone === undefined) delete process.env.TZ;
  else process.env.TZ = timeZone;
  folder.remove();
});

describe("two builds", () => {
  it("are the same bytes in another folder, time zone, locale and order of folders", async () => {
    // Built in the folder of the project, in another time zone.
    const { files: first } = await builtSample("sample");
    cpSync("content", `${folder.path}/elsewhere/content`, { recursive: true });
    cpSync("templates", `${folder.path}/elsewhere/templates`, { recursive: true });
    process.env.TZ = "America/Los_Angeles";
    process.env.LC_ALL = "tr_TR.UTF-8";
    await build(`${folder.path}/second`, {
      content: [`${folder.path}/elsewhere/content`],
      templates: `${folder.path}/elsewhere/templates`,
      listFolder: async (path) => [...(await listFolder(path))].reverse(),
    });
    const second = filesOf(`${folder.path}/second`);
    expect([...second.keys()]).toEqual([...first.keys()]);
    expect(first.size).toBeGreaterThan(80);
    for (const [path, bytes] of first) expect(second.get(path)?.equals(bytes), path).toBe(true);
  });
});
