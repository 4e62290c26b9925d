// Writes docs/helpers.md: the helpers of templates from the docstrings of their tables, the partials from the comments that open
// their files. A helper or partial that says nothing of itself is refused, and so is a parameter that a caller gives and the comment
// of the partial does not name. With --check only compares and exits 1 when the file is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "docs/helpers.md");
const HELPERS = "src/typesetting/markup/helpers";
const FAMILIES = {
  "grammar.ts": "Cases, agreement, names",
  "numbers-and-dates.ts": "Dates, periods, numbers",
  "logic-and-text.ts": "Comparison, choice, texts",
  "queries.ts": "Lists and records",
};
const wrong = [];

const text = [
  "# Helpers and partials of templates",
  "",
  "Made by `npm run schemas` from the docstrings in `src/typesetting/markup/helpers/` and the comments that open `templates/partials/*.hbs`: edit those, not this page.",
  "How a kind is written: [document-kinds.md](document-kinds.md).",
  "",
  "## Helpers",
  "",
  'A helper is called in a pattern, `{{genitive person}}`, or inside another call, `{{join (pluck orders "number")}}`. `name=` is a named argument, `…` any number of arguments.',
  "`case` is one of nominative, genitive, dative, accusative, instrumental, prepositional; `gender` is masculine, feminine or neuter. Every result below is checked by a test; there",
  "`person` is Смирнова Ольга Леонидовна, `orders` are № 1-ОД of 05.09.2025 and № 4-ОД of 01.10.2025, `year` is the school year 2025/2026, `term` is September 2025.",
  "",
  "Blocks: `{{#if x}}…{{else}}…{{/if}}`, `{{#unless x}}`, `{{#each list}}` (inside `this`, `@index`, `@number`, `@first`, `@last`), `{{#with x}}` (the names inside it), `{{#let a=x b=y}}` (names of your own).",
  ...Object.entries(FAMILIES).flatMap(([file, title]) => ["", `### ${title}`, "", ...helperRows(file)]),
  "",
  "## Partials",
  "",
  "`{{> letterhead organisation=record.issuer}}`. The names in brackets are those that callers give; the words are those of the file.",
  "",
  "| partial | what it prints |",
  "|---|---|",
  ...partialRows(),
  "",
].join("\n");

for (const fault of wrong) console.error(fault);
if (wrong.length > 0) process.exit(1);
if (!process.argv.includes("--check")) writeFileSync(target, text);
else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
  console.error("docs/helpers.md is stale: run `npm run schemas`");
  process.exit(1);
}

function helperRows(file) {
  const path = `${HELPERS}/${file}`;
  const source = readFileSync(join(root, path), "utf8");
  const [, table] = /^export const \w+: HelperTable = \{\n([\s\S]*?)^\};/m.exec(source);
  const rows = table.split(/^(?= {2}\/\*\*)|(?<!\*\/\n)^(?= {2}\w+: )/m).map((entry) => {
    const [, doc, name, work] = /^(?: {2}\/\*\*([\s\S]*?)\*\/\n)? {2}(\w+): ([\s\S]*)$/.exec(entry);
    const [, before = "", example = "", result = "", after = ""] =
      /^(.*?)`([^`]+)` → (true|false|-?\d+|«(?:[^«»]|«[^»]*»)*»)(.*)$/.exec(cell(doc ?? "")) ??
      /^(.*?)`([^`]+)`()(.*)$/.exec(cell(doc ?? "")) ??
      [];
    if (before === "" || !new RegExp(`\\b${name}\\b`).test(example))
      wrong.push(`${path}: the helper ${name} needs a docstring: «What it gives: \`${name} …\` → «result»»`);
    const call = `\`${[name, ...parameters(work, source)].join(" ")}\``;
    const what = `${before.replace(/[:\s]+$/, "")}${after}`.replace(/[^.]$/, "$&.");
    return `| ${call} | ${what} | \`${example}\`${result === "" ? "" : ` → ${result}`} |`;
  });
  return ["| helper | what it gives | example |", "|---|---|---|", ...rows];
}

/** Names of what a helper takes: positional as it takes them apart, named as it reads them itself or hands them on. */
function parameters(work, source) {
  const maker = /^(\w+)\(/.exec(work)?.[1];
  const own = maker === undefined ? work : bodyOf(maker, source).replace(/^.*?return /s, "");
  const [, listed, whole] = /^\((?:\[(.*?)\]|(\w+))/.exec(own);
  const places = (listed ?? `...${whole}`).split(", ").map((one) => one.replace(/^\.{3}(.*)/, "$1…"));
  return [...places, ...[...namedIn(own, source)].sort().map((name) => `${name}=`)];
}

function namedIn(work, source) {
  const handed = [...work.matchAll(/(\w+)\((?:[^()]|\([^()]*\))*?\bnamed\b(?!\.)/g)].map((match) => match[1]);
  const bodies = handed.filter((name) => source.includes(`\nfunction ${name}(`)).map((name) => bodyOf(name, source));
  return new Set([work, ...bodies].flatMap((body) => [...body.matchAll(/named\.(\w+)/g)].map((match) => match[1])));
}

function bodyOf(name, source) {
  return new RegExp(`^function ${name}\\([\\s\\S]*?^\\}`, "m").exec(source)[0];
}

function partialRows() {
  const given = new Map();
  for (const path of readdirSync(join(root, "templates"), { recursive: true, encoding: "utf8" }).sort())
    if (path.endsWith(".hbs")) callsIn(readFileSync(join(root, "templates", path), "utf8"), given);
  return readdirSync(join(root, "templates/partials"))
    .filter((name) => name.endsWith(".hbs"))
    .sort()
    .map((file) => {
      const name = file.slice(0, -4);
      const path = `templates/partials/${file}`;
      const comment = /^\{\{!--([\s\S]*?)--\}\}/.exec(readFileSync(join(root, path), "utf8"))?.[1];
      const names = [...(given.get(name) ?? [])].sort();
      if (comment === undefined) wrong.push(`${path}: a partial begins with a comment that says what it prints`);
      else
        for (const one of names)
          if (!new RegExp(`(?<![\\p{L}\\d.])${one}(?![\\p{L}\\d])`, "u").test(comment))
            wrong.push(`${path}: a caller gives ${one}, and the opening comment does not say what it is`);
      const shown = `\`${name}\`${names.length === 0 ? "" : ` (${names.map((one) => `\`${one}\``).join(", ")})`}`;
      return `| ${shown} | ${cell(comment ?? "")} |`;
    });
}

/** Which parameters a template gives to which partials. */
function callsIn(template, given) {
  const visit = (node) => {
    if (node === null || typeof node !== "object") return;
    if (node.type === "PartialStatement") {
      const names = given.get(node.name.original) ?? new Set();
      for (const { key } of node.hash?.pairs ?? []) names.add(key);
      given.set(node.name.original, names);
    }
    for (const value of Object.values(node)) Array.isArray(value) ? value.forEach(visit) : visit(value);
  };
  visit(Handlebars.parse(template));
}

function cell(words) {
  return words.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();
}
