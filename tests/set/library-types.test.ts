import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const installed = join(folder.path, "node_modules/trc-documents");
afterAll(() => folder.remove());

/** Every function of the library has parameters and a result of types of its own: none of them is `any`. */
const EVERY = `import * as trc from "trc-documents";
type Any<T> = 0 extends 1 & T ? true : false;
type Functions = typeof trc;
type Untyped = {
  [K in keyof Functions]: Functions[K] extends (...parameters: infer P) => infer R
    ? Any<R> extends true ? K : Any<P[number]> extends true ? K : never
    : Functions[K] extends abstract new (...parameters: never) => unknown ? never : K;
}[keyof Functions];
const none: [Untyped] extends [never] ? true : Untyped = true;
// @ts-expect-error the day of a status is a text
const wrong = trc.centreStatus({ content: "content", date: 2025 });
const { documents } = await trc.buildSet({ content: ["content"], out: null, only: [], formats: ["pdf"] });
const titles: readonly string[] = documents.map(({ title }) => title);
export { none, titles, wrong };
`;
/** A run is stopped by the signal of Node or of a browser, whichever types the program has. */
const STOPPED = `import { buildSet } from "trc-documents";
export const made = buildSet({ content: ["c"], out: null, only: [], formats: [], signal: AbortSignal.timeout(5) });
`;

beforeAll(() => {
  execFileSync(process.execPath, ["scripts/api/declarations.mjs"]);
  mkdirSync(join(installed, "dist"), { recursive: true });
  copyFileSync("package.json", join(installed, "package.json"));
  copyFileSync("dist/index.d.ts", join(installed, "dist/index.d.ts"));
});

it.each([
  ["no types but those of the language", EVERY, { lib: ["ES2022"], types: [] }],
  ["the types of a browser", STOPPED, { lib: ["ES2022", "DOM"], types: [] }],
  ["the types of Node", STOPPED, { lib: ["ES2022"], types: ["node"], typeRoots: [resolve("node_modules/@types")] }],
])("a strict program with %s compiles against the typings, which are checked too", (_name, program, own) => {
  const strict = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false };
  const compilerOptions = { target: "ES2022", module: "NodeNext", noEmit: true, ...strict, ...own };
  writeFileSync(join(folder.path, "use.mts"), program);
  writeFileSync(join(folder.path, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.mts"] }));
  const { stdout } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", folder.path], {
    encoding: "utf8",
  });
  expect(stdout).toBe("");
});
