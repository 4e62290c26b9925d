// Bundles the command line and the library with the packages they use into dist/, in chunks that load on demand: a released program has the very
// code it was tested with, and nothing to install.
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, transform } from "esbuild";
import { bundledPackages, licencesOf } from "./bundled-packages.mjs";
import { guidePage } from "./guide-page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Files that are read at run time and not run: where they come from, and their folder in dist/. */
const ASSETS = [
  ...["400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"].map((face) => [
    `@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`,
    "fonts",
  ]),
  ["pdfkit/js/data/sRGB_IEC61966_2_1.icc", "data"],
  ["@resvg/resvg-wasm/index_bg.wasm", "data"],
  ["pdfjs-dist/legacy/build/pdf.min.mjs", "preview"],
  ["pdfjs-dist/legacy/build/pdf.worker.min.mjs", "preview"],
];
const PAGE = ["index.html", "page.css", "icon.svg", "guide.css"].map((name) => `src/desk/page/browser/${name}`);

/** Packages of the older form ask for Node's own modules by `require`. */
const BANNER = 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);';
/** What is made of our templates and schemas beforehand, beside the chunks. */
const MADE = {
  templates: "made-templates.cjs",
  validators: "made-validators.cjs",
  cleanTexts: "made-clean-texts.cjs",
};

await rm(`${root}dist`, { recursive: true, force: true });
const { version } = JSON.parse(await readFile(`${root}package.json`, "utf8"));
const alias = {
  // Its entry for Node registers a loader of templates besides, which no bundle can.
  handlebars: `${root}node_modules/handlebars/dist/cjs/handlebars.js`,
  // One of it, for our widths and for the writer of PDF.
  fontkit: `${root}node_modules/fontkit/dist/module.mjs`,
};
// First of all: what is made beforehand is looked at with the dictionaries.
const assets = ASSETS.map(([name, folder]) => [`${root}node_modules/${name}`, folder]);
const WORDS = ["dictionary.json", "surname-words.json", "words.bin"].map((name) => [
  `${root}src/language/${name}`,
  "data",
]);
const own = [...PAGE.map((name) => [root + name, "preview"]), ...WORDS, [`${root}docs/helpers.md`, "data"]];
for (const [path, folder] of [...assets, ...own]) {
  await mkdir(`${root}dist/${folder}`, { recursive: true });
  await copyFile(path, `${root}dist/${folder}/${basename(path)}`);
}
await makeBeforehand();
const program = await build({
  absWorkingDir: root,
  entryPoints: {
    index: "src/index.ts",
    main: "src/cli/index.ts",
    // Threads of their own, started by their addresses.
    "centre-worker": "src/project/pipeline/centre-worker.ts",
    "press-worker": "src/project/pipeline/press-worker.ts",
    "language-check": "src/desk/language-server/check-worker.ts",
    ...(process.argv.includes("--bench")
      ? { "bench-order": "scripts/bench-order.ts", "bench-language": "scripts/bench-language-page.ts" }
      : {}),
    ...(process.argv.includes("--corpus") ? { corpus: "conformance/corpus/main.ts" } : {}),
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  banner: { js: BANNER },
  alias,
  external: Object.values(MADE).map((name) => `./${name}`),
  plugins: [
    { name: "made beforehand", setup: takeMade },
    { name: "load on demand", setup: loadOnDemand },
    { name: "no web fonts", setup: noWebFonts },
  ],
  // Flat: a module finds the files beside it by one address, whichever chunk it lands in.
  chunkNames: "[name]-[hash]",
  metafile: true,
  define: { TRC_VERSION: JSON.stringify(version) },
  logLevel: "warning",
});
// The page of the desk: a script and a sheet, for browsers of the last years, and parts of the script that are loaded when they are first needed.
const page = await build({
  absWorkingDir: root,
  entryPoints: { page: "src/desk/page/browser/main.ts" },
  outdir: "dist/preview",
  bundle: true,
  splitting: true,
  chunkNames: "part-[hash]",
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  metafile: true,
  logLevel: "warning",
});
for (const name of Object.keys(program.metafile.outputs)) if (name.endsWith(".js")) await keepOneByte(root + name);
const guide = guidePage(root);
await mkdir(`${root}dist/preview/guide`);
await writeFile(`${root}dist/preview/guide.html`, guide.page);
for (const picture of guide.pictures)
  await copyFile(`${root}docs/${picture}`, `${root}dist/preview/guide/${basename(picture)}`);
const inputs = [program, page].flatMap(({ metafile }) => Object.keys(metafile.inputs).map((name) => root + name));
const packages = await bundledPackages(root, [...inputs, ...assets.map(([path]) => path)]);
await writeFile(
  `${root}dist/build.json`,
  `${JSON.stringify({ version, commit: commit(), packages: packages.map(({ folder, ...rest }) => rest) }, null, 1)}\n`,
);
await writeFile(`${root}dist/LICENCES.txt`, await licencesOf(packages));

/** Our own templates and schemas, made by our own compilers of them. */
async function makeBeforehand() {
  const maker = `${root}dist/make.mjs`;
  const common = { absWorkingDir: root, bundle: true, platform: "node", target: "node20", alias, logLevel: "warning" };
  await build({
    ...common,
    stdin: {
      contents: ["templates", "validators", "clean-texts"]
        .map((name) => `export * from "./scripts/made-${name}.ts";`)
        .join(""),
      resolveDir: root,
    },
    outfile: maker,
    format: "esm",
    banner: { js: BANNER },
    loader: { ".wasm": "file" },
    plugins: [{ name: "load on demand", setup: loadOnDemand }],
  });
  const { madeTemplates, madeValidators, madeCleanTexts } = await import(pathToFileURL(maker));
  const { code } = await transform(madeTemplates(`${root}templates`), { minify: true });
  await writeFile(`${root}dist/${MADE.templates}`, code);
  await build({
    ...common,
    stdin: { contents: madeValidators(`${root}templates`), resolveDir: root },
    outfile: `${root}dist/${MADE.validators}`,
    format: "cjs",
    minify: true,
  });
  await writeFile(`${root}dist/${MADE.cleanTexts}`, madeCleanTexts(`${root}templates`));
  for (const name of Object.values(MADE)) await keepOneByte(`${root}dist/${name}`);
  await rm(maker);
}

/**
 * A script without letters beyond ASCII: V8 holds it by one byte a sign, and by two otherwise, in every thread. esbuild has written strings so; what is
 * left stands in patterns and comments. Where a raw string holds letters, which would not be the same, the script stays.
 */
async function keepOneByte(path) {
  const code = await readFile(path, "utf8");
  if (/String\.raw`[^`]*[\u0080-\uffff]/.test(code)) return;
  await writeFile(
    path,
    code.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** The program loads what was made; sources have an empty table in its place. */
function takeMade({ onLoad }) {
  onLoad({ filter: /\/src\/typesetting\/markup\/made-templates\.ts$/ }, async ({ path }) => ({
    contents: (await readFile(path, "utf8")).replace(
      /(MADE_TEMPLATES: [^=]*(?:=> \w+)? *\}) = \{\};/,
      `$1 = require("./${MADE.templates}");`,
    ),
    loader: "ts",
  }));
  onLoad({ filter: /\/src\/base\/yaml\/made-validators\.ts$/ }, async ({ path }) => ({
    contents: (await readFile(path, "utf8")).replace("return {};", `return require("./${MADE.validators}");`),
    loader: "ts",
  }));
  onLoad({ filter: /\/src\/paperwork\/rules\/wording\/made-clean-texts\.ts$/ }, async ({ path }) => ({
    contents: (await readFile(path, "utf8")).replace("return [];", `return require("./${MADE.cleanTexts}");`),
    loader: "ts",
  }));
}

/** A package that is loaded when it is first needed: sources make Node's `require` for it, a bundle has esbuild's. */
function loadOnDemand({ onLoad }) {
  onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => ({
    contents: (await readFile(path, "utf8")).replace("const require = createRequire(import.meta.url);\n", ""),
    loader: "ts",
  }));
}

/** fontkit brings a megabyte for WOFF2, which nothing here reads. */
function noWebFonts({ onResolve, onLoad }) {
  onResolve({ filter: /^brotli\// }, ({ path }) => ({ path, namespace: "left-out" }));
  onLoad({ filter: /./, namespace: "left-out" }, () => ({ contents: "export default undefined" }));
}

/** The commit that is compiled; null outside git, and where what is compiled is not as committed. */
function commit() {
  const git = (...argv) =>
    execFileSync("git", ["-C", root, ...argv], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const compiled = [
    "bin",
    "docs/desk.ru.md",
    "docs/helpers.md",
    "docs/images",
    "schemas",
    "scripts/compile.mjs",
    "scripts/made-clean-texts.ts",
    "scripts/made-templates.ts",
    "scripts/made-validators.ts",
    "src",
    "templates",
    "package.json",
    "package-lock.json",
  ];
  try {
    if (git("rev-parse", "--show-prefix").trim() !== "") return null;
    return git("status", "--porcelain", "--", ...compiled) === "" ? git("rev-parse", "HEAD").trim() : null;
  } catch {
    return null;
  }
}
