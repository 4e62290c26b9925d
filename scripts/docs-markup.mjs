// Writes the tables of Markdown constructs into docs/document-kinds.md from src/typesetting/markup/constructs.ts.
// With --check only compares and exits 1 when the page is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("..", import.meta.url);
const target = new URL("docs/document-kinds.md", root);
const [start, end] = ["<!-- constructs -->", "<!-- /constructs -->"];

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("src/typesetting/markup/constructs.ts", root))],
  bundle: true,
  platform: "node",
  format: "esm",
  write: false,
});
const { CONSTRUCTS } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`
);
const all = Object.values(CONSTRUCTS);

const table = [
  start,
  "",
  "| used in documents | how it is written |",
  "|---|---|",
  ...all.filter((one) => one.instead === undefined).map((one) => `| ${one.title.en} | ${code(one.example)} |`),
  "",
  "| refused | for example | finding | what to write instead |",
  "|---|---|---|---|",
  ...all.filter((one) => one.instead !== undefined).map(refused),
  "",
  end,
].join("\n");

const page = readFileSync(target, "utf8");
const [before, rest] = page.split(start);
const made = `${before}${table}${rest.split(end)[1]}`;
if (!process.argv.includes("--check")) writeFileSync(target, made);
else if (made !== page) {
  console.error("docs/document-kinds.md is stale: run `npm run schemas`");
  process.exit(1);
}

function refused({ title, example, finding, instead }) {
  const hint = typeof instead === "function" ? instead(example.split(" ")[0]) : instead;
  return `| ${title.en} | ${code(example)} | ${finding?.code ?? "TRC3301"} | ${hint.en.replace(/[\\|<*(]/g, "\\$&")} |`;
}

function code(written) {
  return written
    .replaceAll("\t", "⇥")
    .split("\n")
    .map((line) => (line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``).replaceAll("|", "\\|"))
    .join(" ⏎ ");
}
