import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { addToArchive, archiveKeeper } from "../../src/office/archive/index.ts";
import { bundleKeepers } from "../../src/office/release/index.ts";
import { buildSet, checkSet, updateSet } from "../../src/project/pipeline/index.ts";
import { copyOfSample, issued } from "../support/register.ts";
import { build, temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const whole = `${folder.path}/whole`;
const root = `${folder.path}/work`;
const content = `${root}/content`;
const ORDERS = ["87-od-2025", "88-od-2025"];

beforeAll(async () => {
  copyOfSample(`${whole}/content`);
  for (const order of ORDERS) await issued(`${whole}/content`, order, { today: "2025-09-08" });
});
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  cpSync(whole, root, { recursive: true });
});

const git = (...parameters: string[]): string =>
  execFileSync("git", ["-C", root, "-c", "user.name=x", "-c", "user.email=x@example.org", ...parameters], {
    encoding: "utf8",
  });
const commit = (): void => {
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "-m", "x");
};
/** Takes the newest entry away, or all of them. */
const cut = (what = "register/2025/order-operation-88-od-2025.yaml"): void =>
  rmSync(`${content}/${what}`, { recursive: true });
/** What is said of a register that has lost something: code, and who remembers. */
const lost = ({ diagnostics }: Awaited<ReturnType<typeof build>>): string[] =>
  diagnostics.filter(({ code }) => code === "TRC8008").map(({ message }) => message.ru.replace(/^.*\. /, ""));
const check = { content: [content], only: ["87-od-2025"] };

it.each([
  ["the end", undefined],
  ["all", "register"],
])("a register that lost %s is found by the commit", async (_, what) => {
  commit();
  expect(lost(await build(null, check))).toEqual([]);
  cut(what);
  expect(lost(await build(null, check))).toEqual(["Их помнит: фиксация git HEAD"]);
  // The deletion itself committed: the commit before remembers.
  git("commit", "-q", "-a", "-m", "y");
  expect(lost(await build(null, check))).toEqual(["Их помнит: предыдущая фиксация git HEAD^"]);
});

it("by the set that was built, which is not replaced then; a public edition does not tell the register", async () => {
  const out = `${root}/out`;
  const set = { ...check, out, templates: "templates", formats: ["docx"] as const };
  expect((await buildSet(set)).diagnostics).toEqual([]);
  const manifest = readFileSync(`${out}/manifest.json`, "utf8");
  expect(JSON.parse(manifest).registers).toMatchObject([{ centre: "content", entries: 2 }]);
  cut("register");
  const refused = await updateSet(set);
  expect(lost(refused as never)).toEqual([`Их помнит: ${out}/manifest.json`]);
  expect([refused.published, readFileSync(`${out}/manifest.json`, "utf8")]).toEqual([null, manifest]);
  const open = await buildSet({ ...set, out: `${root}/public`, edition: "public", only: [] });
  expect(readFileSync(`${open.out}/manifest.json`, "utf8")).not.toContain('"registers"');
});

it("by the archive and by an earlier release, each that is there", async () => {
  const archive = `${root}/archive`;
  const documents = {
    content,
    templates: "templates",
    archive,
    documents: ["88-od-2025"],
    signatures: [],
    today: "2026-01-12",
  };
  expect((await addToArchive(documents)).added).toHaveLength(1);
  mkdirSync(`${root}/release`);
  const heads = [
    {
      centre: "content",
      series: "orders centre №-ОД 2025",
      entries: 1,
      document: "order-operation.88-od-2025",
      seal: "0".repeat(64),
    },
  ];
  const bundle = {
    schema: "trc/bundle/1",
    draft: false,
    tool: { name: "trc", version: "0.2.0" },
    commits: [],
    documents: [],
    publicDocuments: [],
    signatures: [],
    registers: heads,
  };
  writeFileSync(`${root}/release/manifest.json`, JSON.stringify(bundle));
  const keepers = [...(await archiveKeeper(archive)), ...(await bundleKeepers(`${root}/release`))];
  const known = { ...check, templates: "templates", keepers };
  // Chained anew by a repair, the entry has another seal; its document is there.
  expect(lost((await checkSet(known)) as never)).toEqual([]);
  cut();
  expect(lost((await checkSet(known)) as never)).toEqual([`Их помнит: архив ${archive}, выпуск ${root}/release`]);
  // As long as before, whole and valid, but entered anew.
  rmSync(`${content}/register`, { recursive: true });
  for (const order of ORDERS) await issued(content, order, { today: "2025-09-09" });
  expect(lost((await checkSet(known)) as never)).toEqual([`Прежнюю помнит: архив ${archive}`]);
});

it("a gap inside is told once, by the chain", async () => {
  commit();
  cut("register/2025/order-responsible-87-od-2025.yaml");
  const { diagnostics } = await build(null, check);
  expect(diagnostics.map(({ code }) => code).filter((code) => code.startsWith("TRC80"))).toEqual([
    "TRC8007",
    "TRC8002",
  ]);
});

it("nothing is registered on a day still to come", async () => {
  const options = ["--content", content, "--templates", "templates"];
  const { code, stderr } = await trc("issue", "91-od-2025", ...options, "--registered", "2999-01-01");
  expect([code, stderr]).toEqual([1, expect.stringContaining("TRC8116")]);
  expect(stderr).toContain("01.01.2999");
});
