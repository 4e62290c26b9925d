// Writes docs/rules/: a page for every code and the table of validations. With --check only compares and exits 1 when a page is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}docs/rules/`;
const { outputFiles } = await build({
  stdin: { contents: 'export { rulePages } from "./src/paperwork/rules/index.ts";', resolveDir: root, loader: "ts" },
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  write: false,
});
const bundle = `${root}dist/.rule-pages.mjs`;
mkdirSync(`${root}dist`, { recursive: true });
writeFileSync(bundle, outputFiles[0].text);
const { rulePages } = await import(bundle);
rmSync(bundle);
const pages = rulePages();
mkdirSync(folder, { recursive: true });
const old = readdirSync(folder);
if (process.argv.includes("--check")) {
  const stale = [...pages].filter(
    ([name, text]) => !existsSync(folder + name) || readFileSync(folder + name, "utf8") !== text,
  );
  const extra = old.filter((name) => !pages.has(name));
  for (const name of [...stale.map(([one]) => one), ...extra])
    console.error(`docs/rules/${name} is stale: run \`npm run rule-pages\``);
  if (stale.length + extra.length > 0) process.exit(1);
} else {
  for (const name of old) if (!pages.has(name)) rmSync(folder + name);
  for (const [name, text] of pages) writeFileSync(folder + name, text);
}
