// Generates src/paperwork/schemas/file-types.ts, a type for each schema of src/paperwork/schemas/files/: kinds, wordings, answers.
// With --check only compares and exits 1 when it is stale.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const schemas = fileURLToPath(new URL("../schemas/", import.meta.url));
const sources = fileURLToPath(new URL("../src/paperwork/schemas/", import.meta.url));
const parts = ["// Generated from the schemas by `npm run schemas`; change the schemas, not this file.\n"];
for (const name of readdirSync(`${sources}files`).sort()) {
  const title = `${name.replace(".json", "").replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase())}File`;
  // The public form of a schema stands alone.
  const schema = JSON.parse(readFileSync(schemas + name, "utf8"));
  if (name === "profile.json") await addMeasures(schema.$defs);
  else await add(plain(schema), title);
}
const text = parts.join("\n");
const target = `${sources}file-types.ts`;
if (!process.argv.includes("--check")) writeFileSync(target, text);
else if (readFileSync(target, "utf8") !== text) {
  console.error("src/paperwork/schemas/file-types.ts is stale: run `npm run schemas`");
  process.exit(1);
}

async function add(schema, title) {
  const options = {
    bannerComment: "",
    format: true,
    additionalProperties: false,
    maxItems: 4,
    style: { printWidth: 120 },
  };
  parts.push(await compile({ ...schema, title }, title, options));
}

/** A profile is merged of layers: the type is that of the whole, which has every measure. */
async function addMeasures({ page, style, measures }) {
  const whole = (node) => ({ ...plain(node), required: Object.keys(node.properties) });
  await add(whole(page), "PageSetup");
  await add(whole(style), "ParagraphStyle");
  const { defaults, styles, ...rest } = measures.properties;
  const names = Object.keys(styles.properties).map((name) => JSON.stringify(name));
  const types = { "#/$defs/page": "PageSetup", "#/$defs/style": "ParagraphStyle" };
  const properties = Object.entries({ ...rest, styles }).map(([name, node]) => {
    const type = name === "styles" ? `{ readonly [name in StyleName]: ParagraphStyle }` : types[node.$ref];
    if (type !== undefined) return [name, { tsType: type, description: node.description }];
    return [name, node.properties === undefined ? node : whole(node)];
  });
  parts.push(`/** Name of a paragraph style. */\nexport type StyleName =\n  | ${names.join("\n  | ")};\n`);
  await add(whole({ type: "object", properties: Object.fromEntries(properties) }), "Measures");
}

/** A schema without what types cannot say, with its references put in place, so that every part stands where it is used; measures are merged before they are read. */
function plain(schema) {
  const inPlace = (node) => {
    if (Array.isArray(node)) return node.map(inPlace);
    if (typeof node !== "object" || node === null) return node;
    const { $id, $defs, $ref, examples, enumDescriptions, reference, oneOf, ...rest } = node;
    if ($ref === "#/$defs/measures") return { type: "object", description: rest.description };
    if (rest.properties !== undefined && rest.additionalProperties === undefined) rest.additionalProperties = false;
    const target = typeof $ref === "string" ? inPlace(schema.$defs[$ref.split("/").pop()]) : {};
    return { ...target, ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inPlace(value)])) };
  };
  return inPlace(schema);
}
