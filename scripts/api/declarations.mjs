// Writes dist/index.d.ts: the types of the library in one file, with what they refer to and nothing else.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}dist/declarations`;
const target = `${root}dist/index.d.ts`;

execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-p", `${root}tsconfig.declarations.json`], {
  stdio: "inherit",
});
const types = await rolldown({
  input: `${folder}/index.d.ts`,
  plugins: [dts({ dtsInput: true, tsconfig: false })],
  external: /^[^./]/,
  onLog: (_, { message }) => {
    throw new Error(message);
  },
});
await types.write({ file: target, format: "es" });
rmSync(folder, { recursive: true });
// A description lands behind the line before it, where an editor does not look for it; regions name folders that are no more.
const text = readFileSync(target, "utf8")
  .replace(/^( *)(.*\S) (\/\*\*)/gm, "$1$2\n$1$3")
  .replace(/^\/\/ .*\n/gm, "");
const outside = /^import .*(?!"node:)"[^"]+";$/m.exec(text);
if (outside !== null)
  throw new Error(`the types of the library lean on a package that is not installed with it: ${outside[0]}`);
writeFileSync(target, text);
