// Gathers the findings that the rooms own: writes the table of all of them (`findings.ts` of every room), the table of rules (the
// families' folders) and docs/rules/, a page for every code. With --check only compares and exits 1 when a file is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const check = process.argv.includes("--check");
const stale = [];
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => name.split(sep).join("/"))
  .sort();

keep("src/desk/explain/all-findings.ts", allFindings());
keep("src/paperwork/rules/table.ts", ruleTable());
const { rulePages } = await load("src/desk/explain/index.ts");
const pages = rulePages();
for (const [name, text] of pages) keep(`docs/rules/${name}`, text);
for (const name of readdirSync(join(root, "docs/rules"))) if (!pages.has(name)) drop(`docs/rules/${name}`);
for (const name of stale) console.error(`${name} is stale: run \`npm run findings\``);
if (stale.length > 0) process.exit(1);

/** Every room that owns findings. */
function allFindings() {
  const rooms = sources.filter((name) => name.endsWith("/findings.ts")).map(dirname);
  const names = rooms.map((room) => room.replace(/\W(\w)/g, (_, letter) => letter.toUpperCase()));
  return [
    "// Made by `npm run findings`.",
    ...rooms.map((room, index) => {
      const from = relative("desk/explain", `${room}/findings.ts`).split(sep).join("/");
      return `import { FINDINGS as ${names[index]} } from "${from}";`;
    }),
    "",
    "/** The findings of every room, as `findings.ts` of each defines them. */",
    "export const ROOMS = [",
    ...names.map((name) => `  ${name},`),
    "];",
    "",
  ].join("\n");
}

/** Every rule: a file of a family's folder that defines one. */
function ruleTable() {
  const rules = sources.flatMap((name) => {
    if (!/^paperwork\/rules\/[\w-]+\/[\w-]+\.ts$/.test(name)) return [];
    const text = readFileSync(join(root, "src", name), "utf8");
    const rule = /^export const (\w+): \w+Rule = \{\n {2}code: "(TRC\d{4})"/m.exec(text);
    return rule === null ? [] : [{ from: name.replace("paperwork/rules", "."), name: rule[1], code: rule[2] }];
  });
  return [
    "// Made by `npm run findings`.",
    ...rules.map(({ name, from }) => `import { ${name} } from "${from}";`),
    'import type { Rule } from "./rule.ts";',
    "",
    "/** Every rule, by code. */",
    "export const RULES: readonly Rule[] = [",
    ...rules.sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ name }) => `  ${name},`),
    "];",
    "",
  ].join("\n");
}

/** A module of ours, bundled as TypeScript has to be. */
async function load(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    write: false,
  });
  const bundle = join(root, "dist/.findings.mjs");
  mkdirSync(dirname(bundle), { recursive: true });
  writeFileSync(bundle, outputFiles[0].text);
  const module = await import(bundle);
  rmSync(bundle);
  return module;
}

function keep(name, text) {
  const path = join(root, name);
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  if (check) stale.push(name);
  else writeFileSync(path, text);
}

function drop(name) {
  if (check) stale.push(name);
  else rmSync(join(root, name));
}
