import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
const UNDO = `${content}/upgrade-undo.json`;
const REPORT = `${content}/reports/annual-2026.yaml`;
afterAll(folder.remove);
beforeEach(() => {
  rmSync(folder.path, { recursive: true, force: true });
  mkdirSync(folder.path, { recursive: true });
  cpSync("content", content, { recursive: true });
});

/** One document: a finding of any record is told all the same. */
const check = () => trc("check", "--content", content, "--only", "order-general.11-od-2026");
const upgrade = (...argv: string[]) => trc("upgrade", ...argv, "--content", content);
const tree = (): Map<string, string> =>
  new Map([...filesOf(content)].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]));
/** Records as an earlier version wrote them. */
const age = (): void => {
  const edit = (path: string, change: (text: string) => string): void =>
    writeFileSync(path, change(readFileSync(path, "utf8")));
  edit(REPORT, (text) => `${text}# договоры\nagreements: [1-2025-trc]\n`);
  edit(`${content}/centre.yaml`, (text) => text.replace("=../schemas/", "=../src/schemas/"));
};
const codes = ({ stdout, stderr }: { stdout: string; stderr: string }): string[] => [
  ...new Set((stdout + stderr).match(/TRC\d{4}/g) ?? []),
];

it("refuses records of a newer format with one finding, whoever reads them, and changes nothing", async () => {
  writeFileSync(
    `${content}/settings.yaml`,
    `${readFileSync(`${content}/settings.yaml`, "utf8")}format: 3\nunheardOf: true\n`,
  );
  const before = tree();
  for (const argv of [
    ["check"],
    ["upgrade"],
    ["status", "--date", "2026-01-12"],
    ["new", "order-general", "--date", "2026-01-12"],
  ]) {
    const answer = await trc(...argv, "--content", content);
    expect([argv, answer.code, codes(answer)]).toEqual([argv, 1, ["TRC1027"]]);
  }
  expect(tree()).toEqual(before);
});

it("brings older records to today's format in one step, says what it did, and takes it back byte for byte", async () => {
  const sound = await check();
  age();
  const before = tree();
  expect(codes(await check())).toEqual(expect.arrayContaining(["TRC1014"]));
  const tried = await upgrade("--dry-run");
  expect([tried.code, tree()]).toEqual([0, before]);
  const { code, stdout } = await upgrade();
  expect(code).toBe(0);
  expect(stdout).toContain("Формат записей: 1 → 2, файлов: 3");
  for (const file of ["centre.yaml", "reports/annual-2026.yaml", "settings.yaml"]) expect(stdout).toContain(file);
  expect(tried.stdout).toContain("reports/annual-2026.yaml");
  expect(readFileSync(REPORT, "utf8")).not.toContain("agreements");
  const after = tree();
  for (const [name, bytes] of before)
    if (/^(register|approvals)\//.test(name)) expect([name, after.get(name)]).toEqual([name, bytes]);
  expect((await check()).stdout).toBe(sound.stdout);
  expect((await upgrade()).stdout).toContain("Записи уже в формате 2");
  expect((await upgrade("--undo")).code).toBe(0);
  expect(tree()).toEqual(before);
  expect(codes(await upgrade("--undo"))).toEqual(["TRC9015"]);
});

it("leaves what somebody has changed since, and says so", async () => {
  age();
  await upgrade();
  writeFileSync(REPORT, `${readFileSync(REPORT, "utf8")}# позже\n`);
  const answer = await upgrade("--undo");
  expect([answer.code, codes(answer)]).toEqual([0, ["TRC9016"]]);
  expect(readFileSync(REPORT, "utf8")).toContain("# позже");
  expect(readFileSync(`${content}/settings.yaml`, "utf8")).not.toContain("format:");
});

it("keeps what a file was that stays, until it is put back too", async () => {
  age();
  const before = readFileSync(REPORT, "utf8");
  await upgrade();
  const after = readFileSync(REPORT, "utf8");
  writeFileSync(REPORT, `${after}# позже\n`);
  await upgrade("--undo");
  expect(codes(await upgrade("--undo"))).toEqual(["TRC9016"]);
  writeFileSync(REPORT, after);
  await upgrade("--undo");
  expect(readFileSync(REPORT, "utf8")).toBe(before);
  expect(existsSync(UNDO)).toBe(false);
});

it("takes the format out of settings that somebody has changed since, and leaves the rest of them", async () => {
  age();
  const settings = `${content}/settings.yaml`;
  const before = readFileSync(settings, "utf8");
  await upgrade();
  writeFileSync(settings, `${readFileSync(settings, "utf8")}# позже\n`);
  const answer = await upgrade("--undo");
  expect([answer.code, codes(answer)]).toEqual([0, []]);
  expect(readFileSync(settings, "utf8")).toBe(`${before}# позже\n`);
  expect((await upgrade()).stdout).toContain("Формат записей: 1 → 2, файлов: 3");
});

it("keeps byte order marks and line ends, and puts them back", async () => {
  age();
  for (const name of ["centre.yaml", "settings.yaml", "reports/annual-2026.yaml"]) {
    const text = readFileSync(`${content}/${name}`, "utf8");
    writeFileSync(`${content}/${name}`, `\uFEFF${text.replaceAll("\n", "\r\n")}`);
  }
  const before = tree();
  expect((await upgrade()).stdout).toContain("файлов: 3");
  for (const name of ["centre.yaml", "settings.yaml", "reports/annual-2026.yaml"])
    expect([name, readFileSync(`${content}/${name}`, "utf8")]).toEqual([
      name,
      expect.stringMatching(/^\uFEFF(?:[^\r\n]*\r\n)+$/),
    ]);
  await upgrade("--undo");
  expect(tree()).toEqual(before);
});

it.each<[string, string, Uint8Array | string, string]>([
  ["no UTF-8", "people/x-y.yaml", Buffer.from("7375726e616d653a20cfe5f2f0eee20a", "hex"), "TRC1003"],
  ["no YAML", "reports/half-year-2025.yaml", "agreements: [", "TRC1000"],
  ["settings that are no YAML", "settings.yaml", "a: [", "TRC1000"],
  ["a format that is no number", "settings.yaml", 'format: "3"\n', "TRC1103"],
  ["a format twice", "settings.yaml", "format: 1\nformat: 1\n", "TRC1005"],
  ["another ending", "reports/annual-2027.yml", "agreements: []\n", "TRC1020"],
])("changes nothing where a record cannot be read: %s", async (_what, name, bytes, code) => {
  age();
  writeFileSync(`${content}/${name}`, bytes);
  const before = tree();
  const answer = await upgrade();
  expect([answer.code, codes(answer)]).toEqual([1, [code]]);
  expect(tree()).toEqual(before);
});

it.each(["register/2025/7-od-2025.yaml", "approvals/x.yaml", "../x.yaml", "people/x.txt", "upgrade-undo.json"])(
  "takes back no more than an upgrade writes: %s",
  async (inside) => {
    const path = `${content}/${inside}`;
    mkdirSync(dirname(path), { recursive: true });
    if (inside !== "upgrade-undo.json") writeFileSync(path, "");
    const after = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    writeFileSync(UNDO, JSON.stringify({ from: 1, to: 2, files: { [inside]: { before: "a: 1\n", after } } }));
    const before = tree();
    const answer = await upgrade("--undo");
    expect([answer.code, codes(answer)]).toEqual([1, ["TRC9015"]]);
    expect(tree()).toEqual(before);
  },
);
