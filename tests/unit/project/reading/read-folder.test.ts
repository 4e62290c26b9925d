import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { readFolder, readNamed } from "../../../../src/project/reading/read-folder.ts";
import { temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const wanted = (name: string): boolean => name.endsWith(".yaml");

it.skipIf(process.platform !== "linux")("a name that is not in UTF-8 is told, the other files are read", async () => {
  const root = `${folder.path}/garbled`;
  mkdirSync(root);
  writeFileSync(`${root}/a.yaml`, "a: 1\n");
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xcf, 0xf0]), Buffer.from(".yaml")]), "a: 1\n");
  mkdirSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xcf])]));
  const { value, diagnostics } = await readNamed("--content", root, { wanted });
  expect(value?.map(({ inside }) => inside)).toEqual(["a.yaml"]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["TRC0003", "TRC0003"]);
  expect(diagnostics[0]?.message.ru).toContain("записано не в UTF-8");
});

it("a folder named as a record is no record, and is not passed over", async () => {
  const root = `${folder.path}/folders`;
  mkdirSync(`${root}/orders/one.yaml`, { recursive: true });
  const { diagnostics } = await readNamed("--content", root, { wanted });
  expect(diagnostics.map(({ code, message }) => [code, message.ru.replace(root, "")])).toEqual([
    ["TRC0003", "Файл «/orders/one.yaml» не удалось прочитать: на месте файла лежит папка"],
  ]);
});

it.skipIf(process.platform === "win32")("a pipe named as a record is told, and nobody waits for its end", async () => {
  const root = `${folder.path}/pipes`;
  mkdirSync(root);
  for (const name of ["one.yaml", "note.txt"]) execFileSync("mkfifo", [`${root}/${name}`]);
  const { diagnostics } = await readNamed("--content", root, { wanted });
  expect(diagnostics.map(({ code, message }) => [code, message.ru.replace(root, "")])).toEqual([
    ["TRC0003", "Файл «/one.yaml» не удалось прочитать: это не файл, а канал или устройство"],
  ]);
});

it.skipIf(process.platform === "win32")("a link is told, to a file as to a folder, and not followed", async () => {
  const [root, elsewhere] = [`${folder.path}/links`, `${folder.path}/elsewhere`];
  for (const path of [root, elsewhere]) mkdirSync(path);
  writeFileSync(`${elsewhere}/a.yaml`, "a: 1\n");
  symlinkSync(elsewhere, `${root}/people`);
  symlinkSync(`${elsewhere}/a.yaml`, `${root}/a.yaml`);
  symlinkSync("nowhere.txt", `${root}/b.txt`);
  symlinkSync("..", `${root}/up`);
  const { value, diagnostics } = await readNamed("--content", root, { wanted });
  expect(value).toEqual([]);
  expect(diagnostics.map(({ code, place }) => `${code} ${place?.file.slice(root.length)}`)).toEqual([
    "TRC0006 /a.yaml",
    "TRC0006 /people",
    "TRC0006 /up",
  ]);
});

it("a file that went away since it was listed is as if it had never been there", async () => {
  const root = `${folder.path}/gone`;
  mkdirSync(root);
  writeFileSync(`${root}/a.yaml`, "a: 1\n");
  const list = async () => ["a.yaml", "b.yaml"].map((name) => ({ name, isDirectory: () => false, isFile: () => true }));
  expect((await readFolder(root, "x", { wanted, list })).map(({ path }) => path)).toEqual(["x/a.yaml"]);
});

it.skipIf(process.getuid?.() === 0 || process.platform === "win32")("a file without rights is named", async () => {
  const root = `${folder.path}/rights`;
  mkdirSync(root);
  writeFileSync(`${root}/a.yaml`, "a: 1\n");
  chmodSync(`${root}/a.yaml`, 0);
  const { value, diagnostics } = await readNamed("--content", root, { wanted });
  expect(value).toEqual([]);
  expect(diagnostics[0]?.message.ru).toContain(`${root}/a.yaml`);
});
