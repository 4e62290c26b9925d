// Writes schemas/, the public JSON Schemas: each stands alone under its id (`trc:/schemas/1/order.json`), made of the sources in
// src/paperwork/schemas/ by the program's own bundler. With --check only compares and exits 1 when a file is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { outputFiles } = await build({
  entryPoints: [`${root}src/base/yaml/bundle-schema.ts`],
  bundle: true,
  format: "esm",
  platform: "node",
  write: false,
});
const { bundleSchema } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const sources = ["src/paperwork/schemas", "src/paperwork/schemas/files"].flatMap((folder) =>
  readdirSync(root + folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name, schema: JSON.parse(readFileSync(`${root}${folder}/${name}`, "utf8")) })),
);
const set = { schemas: new Map(sources.map(({ schema }) => [schema.$id, schema])) };
const files = new Map(
  sources.map(({ name, schema }) => {
    if (schema.$id !== `trc:/schemas/1/${name}`) throw new Error(`${name}: its $id is ${schema.$id}`);
    return [name, `${JSON.stringify(bundleSchema(set, schema.$id), null, 2)}\n`];
  }),
);

mkdirSync(`${root}schemas`, { recursive: true });
const strays = readdirSync(`${root}schemas`).filter((name) => !files.has(name));
if (process.argv.includes("--check")) {
  const stale = [...files].filter(
    ([name, text]) => !existsSync(`${root}schemas/${name}`) || readFileSync(`${root}schemas/${name}`, "utf8") !== text,
  );
  for (const name of [...stale.map(([name]) => name), ...strays])
    console.error(`schemas/${name} is stale: change its source in src/paperwork/schemas/ and run \`npm run schemas\``);
  if (stale.length + strays.length > 0) process.exit(1);
} else {
  for (const name of strays) rmSync(`${root}schemas/${name}`);
  for (const [name, text] of files) writeFileSync(`${root}schemas/${name}`, text);
}
