import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

type Node = { readonly [key: string]: unknown };

/** Texts of a schema that may be empty: those that no length, pattern, list or format keeps from it. */
function emptyTexts(node: unknown, path: string): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, minLength = 0, pattern } = node as Node;
  const kept = ["enum", "const", "format"].some((key) => key in node) || Number(minLength) > 0;
  const matches = typeof pattern !== "string" || new RegExp(pattern, "u").test("");
  return [
    ...(type === "string" && !kept && matches ? [path] : []),
    ...Object.entries(node).flatMap(([key, child]) => emptyTexts(child, `${path}/${key}`)),
  ];
}

const names = (folder: string, wanted: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => wanted.test(name))
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .sort();

it("no text of a record may be empty but those that mean nothing by it", () => {
  const files = [...names("src/paperwork/schemas", /^[a-z-]+\.json$/), ...names("templates", /schema\.json$/)];
  expect(files.length).toBeGreaterThan(30);
  expect(files.flatMap((file) => emptyTexts(JSON.parse(readFileSync(file, "utf8")), file))).toEqual([
    // An empty line of a frozen text, a number without an index, an empty cell.
    "src/paperwork/schemas/common.json/$defs/change/properties/cells/items",
    "src/paperwork/schemas/register.json/properties/suffix",
    "src/paperwork/schemas/register.json/properties/text/items",
    "templates/order-general/schema.json/properties/annexes/items/properties/table/properties/rows/items/items/anyOf/0",
    "templates/order-register/schema.json/properties/suffix",
  ]);
});
