import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;

const LONG = Array.from({ length: 900 }, (_, index) => `слово${index}`).join(" ");

/** The note before it, which leaves it no room. */
const FILLS_THE_PAGE = Array.from({ length: 1500 }, (_, index) => `строка${index}`).join(" ");

/** `file:line:column`, and what stands there, of a footnote without room: its text in the template, and the subject of the record. */
async function foundAt(note: string, subject = "О первом"): Promise<string[]> {
  const small = new SmallProject(join(folder.path, String(++count)));
  small.edit("orders/one.yaml", (text) => text.replace("О первом", () => JSON.stringify(subject)));
  small.editTemplate(
    "order-general/body.hbs",
    (text) => `${text}\nПримечание[^1][^2].\n\n[^1]: ${FILLS_THE_PAGE}\n\n[^2]: ${note}\n`,
  );
  const { diagnostics, sourceOf } = await small.buildOrder();
  return diagnostics
    .filter(({ code }) => code === "TRC5002")
    .map(({ place }) => {
      const { file = "", start } = place ?? {};
      const line = sourceOf(file)?.split("\n")[(start?.line ?? 0) - 1] ?? "";
      return `${file.split("/").at(-1)}: ${line.slice((start?.column ?? 0) - 1).slice(0, 14)}`;
    });
}

describe("a footnote without room stands where it was written", () => {
  it("in its template", async () => expect(await foundAt(LONG)).toEqual(["body.hbs: слово0 слово1 "]));

  it("with the dashes and quotation marks that were typed, and bold", async () => {
    expect(await foundAt(`**Слово** - в ст. 5 ${LONG}`)).toEqual(["body.hbs: Слово** - в ст"]);
  });

  it("in the record whose value it is", async () => {
    expect(await foundAt("{{record.subject}}", `О ${LONG}`)).toEqual(["one.yaml: О слово0 слово"]);
  });
});
