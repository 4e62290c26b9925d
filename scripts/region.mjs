// Writes the records of a region of nobody's centres, for trials of size: `node scripts/region.mjs 200 FOLDER`. With `--small` they have five to
// seven documents each, and their templates stand beside FOLDER. Needs `npm run compile` before.
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { small: { type: "boolean" } } });
const [count, folder] = positionals;
if (!/^[1-9]\d{0,3}$/.test(count ?? "") || folder === undefined)
  throw new Error("node scripts/region.mjs COUNT FOLDER [--small]");
const root = fileURLToPath(new URL("..", import.meta.url));
// Beside dist/ and with its data: what lies in dist/ itself names the engine.
const aside = mkdtempSync(join(root, ".region-"));
const outfile = join(aside, "region.mjs");
symlinkSync(join(root, "dist/data"), join(aside, "data"));
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
try {
  const { writeRegion, writeSmallRegion } = await import(pathToFileURL(outfile));
  const made = values.small ? writeSmallRegion(folder, Number(count)) : await writeRegion(folder, Number(count));
  console.log(`${made.length} centres in ${folder}`);
} finally {
  rmSync(aside, { recursive: true });
}
