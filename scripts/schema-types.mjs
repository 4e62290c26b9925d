// Generates src/paperwork/schemas/types.ts from the JSON Schemas. With --check only compares and exits 1 when the file is stale.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const folder = fileURLToPath(new URL("../schemas/", import.meta.url));
const target = fileURLToPath(new URL("../src/paperwork/schemas/types.ts", import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && name !== "common.json")
  .sort();
const parts = ["// Generated from the schemas by `npm run schemas`; change the schemas, not this file.\n"];
for (const name of names) {
  const schema = JSON.parse(readFileSync(folder + name, "utf8"));
  const title = `${name[0].toUpperCase()}${name.slice(1, -5)}Record`;
  parts.push(
    await compile({ ...inlined(schema), title }, title, {
      cwd: folder,
      bannerComment: "",
      format: true,
      additionalProperties: false,
      declareExternallyReferenced: true,
      maxItems: 0,
      style: { printWidth: 120 },
    }),
  );
}
const text = parts.join("\n");
if (process.argv.includes("--check")) {
  let current = "";
  try {
    current = readFileSync(target, "utf8");
  } catch {
    // No file yet is the stalest of all.
  }
  if (current !== text) {
    console.error("src/paperwork/schemas/types.ts is stale: run `npm run schemas`");
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}

/** References to common.json put in place, so that every record type stands alone. */
function inlined(node) {
  if (Array.isArray(node)) return node.map(inlined);
  if (typeof node !== "object" || node === null) return node;
  const { examples: _examples, enumDescriptions: _meanings, reference: _reference, oneOf: _oneOf, ...rest } = node;
  if (typeof rest.$ref === "string") {
    const common = JSON.parse(readFileSync(`${folder}common.json`, "utf8"));
    const { $ref, ...own } = rest;
    return { ...inlined(common.$defs[$ref.split("/").pop()]), ...own };
  }
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inlined(value)]));
}
