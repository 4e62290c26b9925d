// Bundles the command line and the library into dist/. Our own modules go into a few chunks that load on demand;
// packages stay outside and are resolved from node_modules at run time.
import { copyFile, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

await rm(new URL("../dist", import.meta.url), { recursive: true, force: true });
const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
await build({
  absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
  entryPoints: {
    index: "src/index.ts",
    main: "src/cli/index.ts",
    ...(process.argv.includes("--bench")
      ? { "bench-order": "scripts/bench-order.ts", "bench-language": "scripts/bench-language.ts" }
      : {}),
    ...(process.argv.includes("--corpus") ? { corpus: "conformance/corpus/main.ts" } : {}),
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  sourcemap: "linked",
  chunkNames: "chunks/[name]-[hash]",
  define: { TRC_VERSION: JSON.stringify(version) },
  logLevel: "warning",
});
// The page of the preview: one script and one sheet, for browsers of the last years. pdf.js is served from its package.
const page = new URL("../src/desk/page/browser/", import.meta.url);
await build({
  entryPoints: { page: fileURLToPath(new URL("main.ts", page)) },
  outdir: fileURLToPath(new URL("../dist/preview", import.meta.url)),
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  logLevel: "warning",
});
for (const name of ["index.html", "page.css", "icon.svg"])
  await copyFile(new URL(name, page), new URL(`../dist/preview/${name}`, import.meta.url));
