import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;

/** Codes of what a build finds when words stand at the end of an order. */
async function found(words: string): Promise<string[]> {
  const small = new SmallProject(join(folder.path, String(++count)));
  small.editTemplate("order-general/body.hbs", (text) => `${text}\n${words}\n`);
  const { diagnostics } = await small.buildOrder();
  return diagnostics.map(({ code }) => code).filter((code) => code === "TRC2502" || code.startsWith("TRC3"));
}

const row = (words: string, columns: number): string => `| ${Array(columns).fill(words).join(" | ")} |`;

describe("a line that is torn where it must not be", () => {
  it.each(["№ 119-ОД", "сентябрь 2025 г.", "Берёзкина М. П.", "М. П. Берёзкина", "п. 2 ст. 28", "§ 15"])(
    "is none in columns without room for «%s»: nobody can help it",
    async (words) => {
      for (const columns of [12, 20])
        expect(await found(`${row("а", columns)}\n|${"---|".repeat(columns)}\n${row(words, columns)}`)).toEqual([]);
    },
  );

  it("is found at a line break, and no more when that is taken out, as the hint says", async () => {
    expect(await found("Приказ №:br 5.")).toEqual(["TRC2502"]);
    expect(await found("Приказ № 5.")).toEqual([]);
  });
});
