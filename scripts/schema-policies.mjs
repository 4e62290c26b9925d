// Every property of every schema must say how it is published (`x-publish`). Prints each fault and exits 1 when there is any.
// The rule itself is the program's own (src/paperwork/records/publication-policy.ts), bundled here in memory.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { outputFiles } = await build({
  entryPoints: [`${root}src/paperwork/records/publication-policy.ts`],
  bundle: true,
  format: "esm",
  platform: "node",
  write: false,
});
const { checkPolicies } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const files = [
  ...readdirSync(`${root}src/paperwork/schemas`)
    .filter((name) => name.endsWith(".json"))
    .map((name) => `src/paperwork/schemas/${name}`),
  ...readdirSync(`${root}templates`)
    .map((name) => `templates/${name}/schema.json`)
    .filter((path) => existsSync(root + path)),
].sort();
const uriOf = (path) => `trc:/${path.replace("src/paperwork/", "")}`;
const schemas = new Map(files.map((path) => [uriOf(path), JSON.parse(readFileSync(root + path, "utf8"))]));
const set = { schemas };
let faults = 0;
for (const path of files) {
  for (const { code, pointer, message, hints } of checkPolicies(set, uriOf(path))) {
    console.error(`${path}${pointer}: ${code} ${message.ru}. ${hints.map(({ ru }) => ru).join("; ")}`);
    faults++;
  }
}
if (faults > 0) process.exit(1);
