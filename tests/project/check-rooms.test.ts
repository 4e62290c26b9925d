import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../scripts/check-rooms.mjs", import.meta.url));

const PLAN = `
open: [base/text]
outside: [docs/profile.json]
generated: { scripts/make.mjs: [src/base/text/made.ts] }
collections: { askInstead: [paper/records], exceptions: { src/desk/trace.ts: wraps them } }
wings:
  desk: { purpose: desk, uses: [paper/records, paper/facts] }
  paper:
    purpose: paper
    rooms:
      facts: { purpose: facts, pure: true, uses: [paper/records] }
      records: { purpose: records, pure: true }
  base:
    purpose: base
    rooms:
      text: { purpose: text, pure: true }
`;

/** A small project in which nothing is wrong. */
const SOUND: Record<string, string> = {
  "package.json": '{ "name": "trc-documents" }',
  "scripts/rooms.yaml": PLAN,
  "scripts/make.mjs": 'write("made.ts");',
  "ARCHITECTURE.md":
    "<!-- rooms -->\n\n- **`desk/`** – desk\n- **`paper/`** – paper\n  - `facts` – facts\n  - `records` – records\n- **`base/`** – base\n  - `text` – text\n\n<!-- /rooms -->",
  "docs/profile.json": "{}",
  "docs/other.json": "{}",
  "tests/unit/desk/a.test.ts": "",
  "tests/unit/paper/facts/a.test.ts": "",
  "tests/unit/paper/records/a.test.ts": "",
  "tests/unit/base/text/a.test.ts": "",
  "tests/support/help.ts": "/** Helps. */\nexport const help = 1;",
  "src/index.ts": 'export { start } from "./desk/index.ts";',
  "src/desk/index.ts": 'export { start } from "./start.ts";\nexport { digest } from "./start.ts";',
  "src/desk/start.ts": `
import { existsSync } from "fs";
import profile from "../../docs/profile.json" with { type: "json" };
import { factOf } from "../paper/facts/index.ts";
/** Starts.\n * @returns the fact */
export async function start(): Promise<string> {
  const { recordOf } = await import("../paper/records/index.ts");
  return [Date.now(), existsSync("."), profile, recordOf, factOf].join();
}
/** A digest; with an overload. */
export function digest(bytes: string): string;
export function digest(bytes: string, length?: number): string {
  return bytes.slice(length);
}`,
  "src/desk/trace.ts": "/** Wraps. */\nexport const traced = (dossier: any) => dossier.collections;",
  "src/paper/facts/index.ts": 'export { factOf } from "./fact-of.ts";',
  "src/paper/facts/fact-of.ts": `
import { createHash } from "node:crypto";
import { recordOf } from "../records/index.ts";
import { trim } from "../../base/text/index.ts";
/** A fact. */
const factOf = (day: string) => [createHash, recordOf, trim(day), new Date(day), Date.UTC(2025, 1), process.platform, ({} instanceof Date)];
/** A type of the same name as a global. */
export type Moment = { readonly Date: Date; readonly fetch: () => string };
export { factOf };`,
  "src/paper/records/index.ts":
    "/** A record. */\nexport const recordOf = (dossier: any) => dossier.collections.get('people');",
  "src/base/text/index.ts": 'export { trim } from "./trim.ts";\nexport type { Made } from "./made.ts";',
  "src/base/text/trim.ts": "/** Trims. */\nexport const trim = (text: string) => text.trim();",
  "src/base/text/made.ts": "// Generated from a schema.\nexport interface Made {}",
};

/** A way around the plan: the file, what it holds, and what is reported of it (after its name). */
type Way = readonly [name: string, file: string, source: string, ...breaches: string[]];

const window = "enters paper/records by the window (../paper/records/dossier.ts); import its index.ts";
const undocumented = (line: number, name: string): string => `${line}: ${name} is exported without a docstring`;
const named = "names collections; ask paper/records";

const IMPORTS: readonly Way[] = [
  ["an import of a file past the door", "desk/w1.ts", 'import "../paper/records/dossier.ts";', window],
  ["a template literal", "desk/w2.ts", "void import(`../paper/records/dossier.ts`);", window],
  ["a comment in the brackets", "desk/w3.ts", 'void import(/* why */ "../paper/records/dossier.ts");', window],
  ["a constant", "desk/w4.ts", 'const name = "../paper/records/dossier.ts";\nvoid import(name);', window],
  ["a computed name", "desk/w5.ts", "void import('../paper/' + process.title);", "imports a computed name"],
  ["a type", "desk/w6.ts", 'type A = import("../paper/records/dossier.ts").A;', window],
  ["a require", "desk/w7.ts", 'createRequire(import.meta.url)("../paper/records/dossier.ts");', window],
  [
    "a require by another name",
    "desk/w18.ts",
    'import { createRequire } from "node:module";\nconst load = createRequire(import.meta.url);\nload("../paper/records/dossier.ts");',
    window,
  ],
  ["a reference", "desk/w8.ts", '/// <reference path="../paper/records/dossier.ts" />', window],
  ["another extension", "desk/w9.ts", 'import "./start.js";', "./start.js is no source file of src/"],
  ["the library's door", "desk/w10.ts", 'import "../index.ts";', "imports ../index.ts, which is of no room"],
  ["the package", "desk/w11.ts", 'import "trc-documents";', "imports trc-documents; import the index.ts of a room"],
  [
    "a path of the package",
    "desk/w12.ts",
    'import "trc-documents/schemas/a.json";',
    "imports trc-documents/schemas/a.json; import the index.ts of a room",
  ],
  [
    "tests",
    "desk/w13.ts",
    'import "../../tests/support/help.ts";',
    "../../tests/support/help.ts is no source file of src/",
  ],
  [
    "another file of docs",
    "desk/w14.ts",
    'import "../../docs/other.json";',
    "imports ../../docs/other.json, which is of no room",
  ],
  [
    "an address",
    "desk/w15.ts",
    'import "data:text/javascript,1";',
    "imports data:text/javascript,1; import the index.ts of a room",
  ],
  ["a room below that is above", "base/text/w16.ts", 'import "../../desk/index.ts";', "base/text is below desk"],
  [
    "a room that is not there",
    "desk/w17.ts",
    'import "../base/text/index.ts";\nimport "../base/gone/index.ts";',
    "../base/gone/index.ts is no source file of src/",
  ],
];

const FILES: readonly Way[] = ["mts", "cts", "tsx", "js", "mjs"].map((extension) => [
  `a .${extension} file`,
  `desk/f.${extension}`,
  'import "../paper/records/dossier.ts";',
  "sources are .ts files",
]);

const PURE: readonly Way[] = [
  ["fs", "fs"],
  ["fs/promises", "fs/promises"],
  ...["fs", "module", "dns", "net", "vm"].map((name) => [`node:${name}`, `node:${name}`] as const),
].map(([name, module], index) => [
  `${name} in a pure room`,
  `paper/facts/p${index}.ts`,
  `import "${module}";`,
  `a pure room may not import ${module}`,
]);

const GLOBALS: readonly Way[] = [
  ['process.getBuiltinModule("fs")', "process.getBuiltinModule"],
  ["process.env.HOME", "process.env"],
  ["Date.now()", "Date.now"],
  ["new Date()", "Date"],
  ["new Date", "Date"],
  ["new Date(...[])", "Date"],
  ["Date()", "Date"],
  ["[Date]", "Date"],
  ["(null ?? Date).now()", "Date"],
  ["Math.random()", "Math.random"],
  ["crypto.subtle", "crypto.subtle"],
  ["randomBytes(4)", "randomBytes"],
  ['fetch("https://example.org")', "fetch"],
  ["globalThis.process", "globalThis.process"],
  ["import.meta.dirname", "import.meta"],
].map(([code, use], index) => [
  `${code} in a pure room`,
  `paper/facts/g${index}.ts`,
  `void (${code});`,
  `a pure room may not use ${use}`,
]);

const COLLECTIONS: readonly Way[] = [
  "dossier.collections",
  "dossier?.['collections']",
  "dossier[`collections`]",
  "(({ collections }) => collections)(dossier)",
  "(({ collections: all }) => all)(read(dossier))",
  'dossier[NAME]; const NAME = "collections"',
].map((code, index) => [code, `desk/c${index}.ts`, `${code};`, named]);

const DOCSTRINGS: readonly Way[] = (
  [
    ["an interface", "export interface A {}", "A"],
    ["an enum", "export enum A {}", "A"],
    ["a let", "export let a = 1;", "a"],
    ["a destructured constant", "export const { a } = { a: 1 };", "a"],
    ["a default", "export default function () {}", "default"],
    ["a default value", "export default 1;", "default"],
    ["a declaration", "export declare const a: string;", "a"],
    ["an abstract class", "export abstract class A {}", "A"],
    ["a constant named like a type", "/** A. */ export type a = 1; export const a = 1;", "a"],
    ["an empty docstring", "/** */ export const a = 1;", "a"],
    ["another comment", "/* Adds. */ export const a = 1;", "a"],
    ["a comment's end", "// Adds. */ export\nexport const a = 1;", "a"],
  ] as const
).map(([name, code, what], index) => [
  `no docstring: ${name}`,
  `desk/d${index}.ts`,
  code,
  undocumented(code.startsWith("//") ? 2 : 1, what),
]);

const OTHERS: readonly Way[] = [
  ["no docstring: a list of names", "desk/o1.ts", "const a = 1;\nexport { a as b };", undocumented(1, "b")],
  ["a docstring far above", "desk/o2.ts", "/** The file. */\n\nexport const a = 1;", undocumented(3, "a")],
  [
    "a file that calls itself generated",
    "desk/o3.ts",
    "// Generated\nexport const a = 1;",
    "begins like a generated file, but no script of scripts/rooms.yaml writes it",
  ],
];

const DOORS: Record<string, string> = {
  // A circle of rooms of a wing by a type, without a circle of files; and another room through the door, at once, by a file between, by an import.
  "src/paper/records/dossier.ts":
    'import type { Moment } from "../facts/index.ts";\n/** A dossier. */\nexport type A = Moment;',
  "src/paper/facts/index.ts":
    'export { factOf } from "./fact-of.ts";\nexport { trim } from "../../base/text/index.ts";\nexport * from "./between.ts";',
  "src/paper/facts/between.ts":
    'import { recordOf } from "../records/index.ts";\nimport { trim } from "../../base/text/index.ts";\nexport { recordOf, trim as cut };',
};

const DOOR_BREACHES = [
  "src/paper/facts/index.ts: passes on trim of another room (../../base/text/index.ts) by the door",
  "src/paper/facts/between.ts: passes on recordOf of another room (../records/index.ts) by the door",
  "src/paper/facts/between.ts: passes on cut of another room (../../base/text/index.ts) by the door",
  "src/paper/records/dossier.ts: paper/records may not use paper/facts",
  "a circle of rooms: paper/facts -> paper/records -> paper/facts",
];

const WAYS = [...IMPORTS, ...FILES, ...PURE, ...GLOBALS, ...COLLECTIONS, ...DOCSTRINGS, ...OTHERS];
const breachesOf = ([, file, , ...breaches]: Way): string[] =>
  breaches.map((breach) => `src/${file}:${/^\d/.test(breach) ? "" : " "}${breach}`);

describe("the check of the plan", () => {
  const folder = mkdtempSync(join(tmpdir(), "rooms-"));
  const run = (files: Record<string, string>): { code: number | null; lines: string[] } => {
    const root = mkdtempSync(join(folder, "tree-"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, root], { encoding: "utf8" });
    return { code: status, lines: `${stderr}${stdout}`.trim().split("\n") };
  };
  let found: ReturnType<typeof run>;

  beforeAll(() => {
    const ways = Object.fromEntries(WAYS.map(([, file, source]) => [`src/${file}`, source]));
    found = run({ ...SOUND, ...DOORS, ...ways });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("passes a sound project", () => {
    expect(run(SOUND)).toEqual({
      code: 0,
      lines: ["rooms: 3 wings, 4 rooms, 10 files; every import enters by the door"],
    });
  });

  it.each(WAYS.map((way) => ({ name: way[0], way })))("refuses $name", ({ way }) => {
    for (const breach of breachesOf(way)) expect(found.lines).toContain(breach);
  });

  it.each(DOOR_BREACHES)("refuses rooms in a circle and another room through a door: %s", (breach) => {
    expect(found.lines).toContain(breach);
  });

  it("reports nothing else", () => {
    expect(found.code).toBe(1);
    expect(found.lines.toSorted()).toEqual([...WAYS.flatMap(breachesOf), ...DOOR_BREACHES].toSorted());
  });

  it("refuses what the plan allows and nobody uses", () => {
    const plan = PLAN.replace("purpose: records,", "purpose: records, uses: [paper/facts],").replace(
      "trace.ts",
      "start.ts",
    );
    const { lines } = run({ ...SOUND, "scripts/rooms.yaml": plan });
    expect(lines).toEqual([
      "src/desk/trace.ts: names collections; ask paper/records",
      "scripts/rooms.yaml: src/desk/start.ts reads no collections; take the exception away",
      "scripts/rooms.yaml: paper/records does not use paper/facts; take the grant away",
    ]);
  });

  it("refuses a generated file that its script does not write", () => {
    const { lines } = run({ ...SOUND, "scripts/make.mjs": "" });
    expect(lines).toEqual(["scripts/rooms.yaml: scripts/make.mjs does not write src/base/text/made.ts"]);
  });
});
