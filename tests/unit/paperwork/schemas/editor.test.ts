import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENTRY_SCHEMAS } from "../../../../src/paperwork/register/entry.ts";

type Node = { readonly [keyword: string]: unknown };
type Spot = { readonly path: string; readonly node: Node };

const schemas = [
  ...readdirSync("schemas")
    .filter((name) => name.endsWith(".json"))
    .map((name) => `schemas/${name}`),
  ...readdirSync("templates")
    .map((name) => `templates/${name}/schema.json`)
    .filter((path) => existsSync(path)),
];

/** Every declared property of a schema, with its path. */
function* properties(node: unknown, path: string): Iterable<Spot> {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* properties(item, `${path}/${index}`);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  for (const [keyword, child] of Object.entries(node)) {
    // Conditions name properties without declaring them.
    if (["examples", "if", "then", "else"].includes(keyword)) continue;
    if (keyword === "properties" || keyword === "patternProperties")
      for (const [name, one] of Object.entries(child as Node)) {
        yield { path: `${path}/${name}`, node: one as Node };
        yield* properties(one, `${path}/${keyword}/${name}`);
      }
    else yield* properties(child, `${path}/${keyword}`);
  }
}

const all = schemas.flatMap((path) => [...properties(JSON.parse(readFileSync(path, "utf8")), path)]);

describe("schemas teach the format in an editor", () => {
  it("every property has a Russian description", () => {
    expect(all.length).toBeGreaterThan(400);
    expect(all.filter(({ node }) => !/[а-яё]/i.test(String(node.description ?? ""))).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it("every property has examples", () => {
    const bare = all.filter(({ node }) => !Array.isArray(node.examples) || node.examples.length === 0);
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it("every list of values says in Russian what each value means", () => {
    const silent = all.filter(({ node }) => {
      const values = node.enum;
      const meanings = node.enumDescriptions;
      if (!Array.isArray(values)) return false;
      // A list of Russian words needs no words about them.
      if (values.every((value) => /^[А-ЯЁ]+$/.test(String(value)))) return false;
      return (
        !Array.isArray(meanings) ||
        meanings.length !== values.length ||
        !meanings.every((one) => /[а-яё0-9]/i.test(one))
      );
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe("records open with their schema", () => {
  const records = ["content", "tests/fixtures/second-centre"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => join(folder, name)),
  );

  it("every record begins with the modeline of a schema that is there", () => {
    const wrong = records.filter((path) => {
      const first = readFileSync(path, "utf8").split("\n")[0] ?? "";
      const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
      // Entries are sealed with the line they were issued with; the register knows the places there have been.
      if (path.includes("/register/") && ENTRY_SCHEMAS.some((known) => known === schema)) return false;
      return schema === undefined || !existsSync(join(dirname(path), schema));
    });
    expect(wrong).toEqual([]);
  });

  it("the settings of the editor name schemas that are there, and recommend the YAML extension", () => {
    const settings = JSON.parse(readFileSync(".vscode/settings.json", "utf8"));
    expect(Object.keys(settings["yaml.schemas"]).filter((path) => !existsSync(path))).toEqual([]);
    for (const record of ["laws", "person", "result"])
      expect(Object.keys(settings["yaml.schemas"])).toContain(`./schemas/${record}.json`);
    expect(JSON.parse(readFileSync(".vscode/extensions.json", "utf8")).recommendations).toContain("redhat.vscode-yaml");
  });
});
