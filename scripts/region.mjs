// Writes the records of a region of nobody's centres, for trials of size: `node scripts/region.mjs 200 FOLDER`. Needs `npm run compile` before.
import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const [count, folder] = process.argv.slice(2);
if (!/^[1-9]\d{0,3}$/.test(count ?? "") || folder === undefined)
  throw new Error("node scripts/region.mjs COUNT FOLDER");
const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}dist/region.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ["tests/support/made-up-region.ts"],
  outfile,
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});
const { writeRegion } = await import(pathToFileURL(outfile));
// What lies in dist/ names the engine.
rmSync(outfile);
console.log(`${(await writeRegion(folder, Number(count))).length} centres in ${folder}`);
