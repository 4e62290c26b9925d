import { afterAll, describe, expect, it } from "vitest";
import { copyOfSample, issued } from "../support/register.ts";
import { LONG } from "../support/runs.ts";
import { build, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
afterAll(folder.remove);

/** Every paper of the sample that is issued and not so already; the many that are alike where many runs are asked for. */
const ISSUED = [
  "1-2025-trc",
  "half-year-2025",
  "destruction-act-2026-01",
  ...(LONG
    ? [
        "2-2025-trc",
        "3-2025-trc",
        "annual-2026",
        "2025-2026",
        "2-od-2026",
        "4-od-2026",
        "11-od-2026",
        "145-od-2025",
        "98-od-2026",
        "act-1-2025",
        "nomenclature-2026",
      ]
    : []),
  "minutes-2-2026",
  "letter-15-2026",
  "notice-20-2026",
  "extract-1-2026",
  "additional-1-2026",
  "1-2026-bp",
  "transfer-1-2026",
  "power-1-2026",
  "application-2025",
];

describe("the public edition", () => {
  it("is made as before of a set whose papers are issued, whatever codes and dates stand in their words", async () => {
    copyOfSample(content);
    const made = async () =>
      (await build(null, { content: [content], edition: "public" })).documents.map(({ id }) => id);
    const before = await made();
    for (const document of ISSUED) await issued(content, document, { today: "2026-06-26" });
    const { diagnostics, documents } = await build(null, { content: [content], edition: "public" });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(documents.map(({ id }) => id)).toEqual(before);
    expect(before).toContain("additional-agreement.additional-1-2026");
    expect(before).toContain("agreement-free-use.1-2026-bp");
    expect(before).toContain("transfer-act.transfer-1-2026");
  });
});
