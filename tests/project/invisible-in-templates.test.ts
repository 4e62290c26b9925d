import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;

/** `CODE severity file` of what a partial build finds in the templates, one of which is changed: with `change`, or these words at its end. */
async function found(file: string, change: string | ((text: string) => string)): Promise<string[]> {
  const small = new SmallProject(join(folder.path, String(++count)));
  small.editTemplate(file, (text) => (typeof change === "string" ? text + change : change(text)));
  const { diagnostics } = await small.buildOrder();
  return diagnostics
    .filter(({ place }) => place?.file.startsWith(small.templates))
    .map(({ code, severity, place }) => `${code} ${severity} ${place?.file.split("/").at(-1)}`);
}

describe("characters that nobody sees, in templates", () => {
  it("are a warning in running text", async () => {
    expect(await found("order-general/body.hbs", "\nза\u200bявки\n")).toEqual(["TRC4122 warning body.hbs"]);
    expect(await found("partials/order-foot.hbs", "\nза\u00adявки\n")).toEqual(["TRC4122 warning order-foot.hbs"]);
  });

  it("are an error in names, and in what describes the kind", async () => {
    expect(await found("order-general/body.hbs", "\n1. :id[по\u200bрядок]слова\n")).toEqual(["TRC4122 error body.hbs"]);
    expect(await found("order-general/body.hbs", '\n{{join record.acknowledge "\u200b"}}\n')).toEqual([
      "TRC4122 error body.hbs",
    ]);
    expect(await found("order-general/kind.yaml", (text) => text.replace(/^title: ./m, "$&\u200b"))).toEqual([
      "TRC4122 error kind.yaml",
    ]);
  });

  it("are none in a comment, nor in the template of another document", async () => {
    expect(await found("order-general/body.hbs", "\n{{!-- за\u200bявки --}}\n")).toEqual([]);
    expect(await found("acquaintance-sheet/body.hbs", "\nза\u200bявки\n")).toEqual([]);
  });

  it.each([..."\u202a\u202e\u2066\u2069"])("%j turns a text, and stops the build", async (character) => {
    expect(await found("order-general/body.hbs", `\nза${character}явки\n`)).toEqual(["TRC1004 error body.hbs"]);
    expect(await found("order-general/kind.yaml", `\n# за${character}явки\n`)).toEqual(["TRC1004 error kind.yaml"]);
  });
});
