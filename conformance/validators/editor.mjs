import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LanguageServer } from "../support/language-server.mjs";

/** Schemas of the files that carry no modeline, as the settings of the editor name them. */
const schemasOf = (root) => JSON.parse(readFileSync(join(root, ".vscode/settings.json"), "utf8"))["yaml.schemas"];
const settingsOf = (root) => ({
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false }, schemas: schemasOf(root) },
});
const ORDER = "content/orders/2025/119-od-2025.yaml";

/**
 * The YAML language server, which editors use, over every record of both samples: the schema that a record names is found and passed,
 * a fault is seen, and hovering and completion teach the format in Russian.
 */
export async function validateEditor({ root }) {
  const program = join(root, ".conformance/editor/node_modules/.bin/yaml-language-server");
  const server = new LanguageServer(program, ["--stdio"], settingsOf(root));
  try {
    await server.start(root);
    const records = ["content", "tests/fixtures/second-centre"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".yaml"))
        .map((name) => join(folder, name)),
    );
    return [
      await passes(server, root, records),
      await passesTemplates(server, root),
      await seesFaults(server, root),
      await teaches(server, root),
    ];
  } finally {
    server.stop();
  }
}

async function passes(server, root, records) {
  const faults = [];
  for (const record of records) {
    const path = join(root, record);
    // Entries issued before the schemas had a place of their own are sealed with the old one.
    const text = readFileSync(path, "utf8").replace("/src/schemas/register.json", "/schemas/register.json");
    if (!text.startsWith("# yaml-language-server: $schema=")) faults.push(`${record}: no modeline`);
    for (const { message, range } of await server.diagnose(path, text))
      faults.push(`${record}:${range.start.line + 1}: ${message}`);
    await server.close(path);
  }
  return { title: `editor: ${records.length} records, each by the schema it names`, faults };
}

/** Kinds, profiles and wordings by the schemas that the settings give them; a wrong measure and a wrong property are seen. */
async function passesTemplates(server, root) {
  const files = readdirSync(join(root, "templates"), { recursive: true, encoding: "utf8" }).filter((name) =>
    /(^profiles[/\\].*|kind|wording|public|answers)\.yaml$/.test(name),
  );
  const faults = [];
  for (const name of files) {
    const path = join(root, "templates", name);
    for (const { message, range } of await server.diagnose(path, readFileSync(path, "utf8")))
      faults.push(`${name}:${range.start.line + 1}: ${message}`);
    await server.close(path);
  }
  for (const [name, from, to] of [
    ["profiles/gost-2016.yaml", "mirrorMargins: false", "mirrorMargins: два"],
    ["order-status/kind.yaml", "variant: order", "varint: order"],
  ]) {
    const path = join(root, "templates", name);
    const text = readFileSync(path, "utf8");
    const copy = path.replace(/order-status|gost-2016/, (one) => `${one}-copy`);
    if (!text.includes(from)) faults.push(`${name} has no ${from}`);
    if ((await server.diagnose(copy, text.replace(from, to))).length === 0) faults.push(`${to}: nothing was said`);
    await server.close(copy);
  }
  return { title: `editor: ${files.length} kinds, profiles and wordings, each by its schema`, faults };
}

/** A wrong key, a wrong type, a word that is not in the list: each underlined by the editor. */
async function seesFaults(server, root) {
  const path = join(root, ORDER);
  const text = readFileSync(path, "utf8");
  const faults = [];
  const cases = [
    ["subject:", "subjct:"],
    ['number: "119-ОД"', "number: 119"],
    ["date: 2025-", "date: 2025/"],
  ];
  for (const [index, [from, to]] of cases.entries()) {
    // A name of its own: the server may still be taking back what it said of the others.
    const copy = path.replace(".yaml", `-${index}.yaml`);
    if (!text.includes(from)) faults.push(`${ORDER} has no ${from}`);
    const found = await server.diagnose(copy, text.replace(from, to));
    if (found.length === 0) faults.push(`${to}: nothing was said`);
  }
  return { title: "editor: faults are underlined", faults };
}

async function teaches(server, root) {
  const path = join(root, ORDER);
  const text = `${readFileSync(path, "utf8").trimEnd()}\n`;
  await server.diagnose(path, `${text}\n`);
  const lines = text.split("\n");
  const faults = [];
  for (const key of ["number:", "date:", "subject:", "issuer:"]) {
    const line = lines.findIndex((one) => one.startsWith(key));
    const hover = await server.at("textDocument/hover", path, line, 1);
    const words = JSON.stringify(hover?.contents ?? "");
    if (!/[а-яё]{3}/i.test(words)) faults.push(`hovering over ${key} says ${words}`);
  }
  const { items = [] } = (await server.at("textDocument/completion", path, lines.length - 1, 0)) ?? {};
  const taught = items.filter(({ documentation }) => /[а-яё]{3}/i.test(JSON.stringify(documentation ?? "")));
  if (taught.length < 5)
    faults.push(`completion offers ${items.length} properties, ${taught.length} of them explained`);
  await server.close(path);
  return { title: `editor: hovering and completion (${taught.length} properties offered) speak Russian`, faults };
}
