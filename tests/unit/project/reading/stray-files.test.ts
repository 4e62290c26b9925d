import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { strayFiles } from "../../../../src/project/reading/index.ts";

/** The program's own templates with others. */
function stray(
  more: { readonly [inside: string]: string } = {},
  spare: (inside: string) => boolean = () => false,
): string[] {
  const own = readdirSync("templates", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(yaml|json|hbs)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice("templates/".length).replaceAll("\\", "/"))
    .map((inside) => ({ inside, path: inside, bytes: readFileSync(`templates/${inside}`) }));
  const added = Object.entries(more).map(([inside, text]) => ({ inside, path: inside, bytes: Buffer.from(text) }));
  return strayFiles([...own, ...added], spare)
    .map(({ place }) => place?.file ?? "")
    .filter((file) => file.endsWith(".hbs"));
}

it("every template of the program is called by another one, or named by its kind", () => {
  expect(stray()).toEqual([]);
});

it("a template that nothing calls is found, unless it came with the program", () => {
  const more = { "partials/one.hbs": "{{~> two a=1}}", "partials/two.hbs": "слово", "act/annex-x.hbs": "слово" };
  expect(stray(more)).toEqual(["partials/one.hbs", "act/annex-x.hbs"]);
  expect(stray(more, (inside) => inside === "partials/one.hbs")).toEqual(["act/annex-x.hbs"]);
});
