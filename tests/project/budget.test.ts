import { afterAll, describe, expect, it } from "vitest";
import { buildSet } from "../../src/project/pipeline/index.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

/** Few steps, each of them long: only the clock tells. */
const SLOW = "\n{{#each (range 1 9999)}}{{length (without (range 1 9999) (range 2 9999))}}{{/each}}\n";

describe("the time of a document", () => {
  it("is up after what it is given, with the template and the record named; the next build is as ever", async () => {
    const project = new SmallProject(folder.path);
    const { content, templates } = project;
    const build = (budget: number) =>
      buildSet({ content: [content], templates, out: null, only: ["order-general"], formats: [], budget });
    const before = await build(1);
    project.editTemplate("order-general/body.hbs", (text) => text + SLOW);
    const { diagnostics, documents } = await build(0.02);
    expect(documents).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
      {
        code: "TRC3011",
        place: { file: expect.stringMatching(/order-general\/body\.hbs$/) },
        related: [{ place: { file: expect.stringMatching(/orders\/(one|two)\.yaml$/) } }],
      },
    ]);
    project.editTemplate("order-general/body.hbs", (text) => text.replace(SLOW, ""));
    expect((await build(1)).documents).toEqual(before.documents);
  });
});
