// Writes docs/records.ru.md, the reference of record types, from the JSON Schemas: what a folder holds, every property with its
// description, values and example. With --check only compares and exits 1 when the file is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "docs/records.ru.md");
const json = (path) => JSON.parse(readFileSync(path, "utf8"));

const shared = readdirSync(join(root, "src/paperwork/schemas"))
  .filter((name) => name.endsWith(".json") && !["common.json", "laws.json"].includes(name))
  .sort()
  .map((name) => ({ path: join(root, "schemas", name), where: `schemas/${name}` }));
const kinds = readdirSync(join(root, "templates"))
  .sort()
  .filter(
    (name) =>
      existsSync(join(root, "templates", name, "kind.yaml")) &&
      existsSync(join(root, "templates", name, "schema.json")),
  )
  .map((name) => ({ path: join(root, "templates", name, "schema.json"), where: `templates/${name}`, kind: name }));

const parts = [
  "# Справочник записей",
  "",
  "Этот файл создан программой из схем (`npm run schemas`); правьте схемы, а не его. Свойства со звёздочкой обязательны.",
  "",
  "## Общие записи",
  ...shared.flatMap(section),
  "",
  "## Записи видов документов",
  ...kinds.flatMap(section),
  "",
];
const text = parts.join("\n");
if (process.argv.includes("--check")) {
  if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
    console.error("docs/records.ru.md is stale: run `npm run schemas`");
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}

function section({ path, where, kind }) {
  const schema = json(path);
  // What orders and agreements share is described once, in their own section.
  const common = (schema.allOf ?? [])
    .map((part) => resolved(part, path)[0].title)
    .filter((title) => title !== undefined);
  const rows = properties(common.length === 0 ? schema : { ...schema, allOf: [] }, path, "");
  if (rows.length === 0) return [];
  return [
    "",
    `### ${schema.title}`,
    "",
    `${schema.description ?? ""}${kind === undefined ? "" : ` Вид: \`${kind}\`.`} Схема: \`${where}\`.`.trim(),
    ...(common.length === 0 ? [] : ["", `Сверх свойств записи «${common.join("», «")}» (см. выше):`]),
    "",
    "| свойство | что это | пример |",
    "|---|---|---|",
    ...rows.map(({ name, about, example }) => `| ${name} | ${about} | ${example} |`),
  ];
}

/** Rows of a schema's properties, deeper ones under the dotted name of their parent; shared ones of `allOf` come first. */
function properties(schema, path, prefix) {
  const rows = [];
  for (const part of schema.allOf ?? []) {
    const [node, from] = resolved(part, path);
    rows.push(...properties(node, from, prefix));
  }
  const required = new Set(schema.required ?? []);
  for (const [name, own] of Object.entries(schema.properties ?? {})) {
    const [node, from] = resolved(own, path);
    const full = `${prefix}${name}`;
    rows.push({
      name: `\`${full}\`${required.has(name) ? "\\*" : ""}`,
      about: about(own, node, from),
      example: example(own, node),
    });
    const items = node.items === undefined ? null : resolved(node.items, from);
    if (node.properties !== undefined) rows.push(...properties(node, from, `${full}.`));
    else if (items !== null && items[0].properties !== undefined)
      rows.push(...properties(items[0], items[1], `${full}[].`));
  }
  return rows;
}

function resolved(node, path) {
  if (typeof node.$ref !== "string") return [node, path];
  const [file, pointer] = node.$ref.split("#");
  // A kind names a shared schema by its id or by a path.
  const [, shared] = /^trc:\/schemas\/1\/(.+)$/.exec(file) ?? [];
  const from = file === "" ? path : shared === undefined ? resolve(dirname(path), file) : join(root, "schemas", shared);
  const found = (pointer ?? "")
    .split("/")
    .filter((step) => step !== "")
    .reduce((value, step) => value[step], json(from));
  return [{ ...found, ...Object.fromEntries(Object.entries(node).filter(([key]) => key !== "$ref")) }, from];
}

function about(own, node, path) {
  const said = [own.description ?? node.description ?? ""];
  const { enum: values, enumDescriptions } = node.anyOf?.find((branch) => branch.enum !== undefined) ?? node;
  if (values !== undefined)
    said.push(
      `Значения: ${values.map((value, index) => `\`${value}\`${enumDescriptions?.[index] ? ` – ${enumDescriptions[index]}` : ""}`).join(", ")}.`,
    );
  const reference = node.reference ?? (node.items === undefined ? undefined : resolved(node.items, path)[0].reference);
  const of = node.referenceKind === undefined ? "" : ` вида \`${node.referenceKind}\``;
  if (reference !== undefined) said.push(`Имя записи из \`${reference}/\`${of}.`);
  return cell(said.join(" "));
}

function example(own, node) {
  const first = (own.examples ?? node.examples ?? [])[0];
  if (first === undefined) return "";
  const text = stringify(first, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false }).trim();
  return `\`${cell(text.length > 90 ? `${text.slice(0, 90)}…` : text)}\``;
}

function cell(text) {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();
}
