import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { isCutShort, storageFault, writeTogether } from "../../../../src/base/storage/index.ts";
import { finishTogether } from "../../../../src/base/storage/journal.ts";
import { filesOf, temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
const root = `${folder.path}/root`;
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
});
afterAll(folder.remove);

const seen = (): { readonly [path: string]: string } =>
  Object.fromEntries([...filesOf(root)].map(([path, bytes]) => [path, bytes.toString("utf8")]));
const staged = (): void => {
  mkdirSync(`${root}/.trc-staged`);
  writeFileSync(`${root}/.trc-staged/bagit.txt`, "bag");
};

it("a new folder and the files that go with it appear together, and nothing is left beside them", async () => {
  await writeTogether(root, new Map([["book/1.txt", "line"]]), {
    inside: "2024/one",
    files: new Map([["bagit.txt", new TextEncoder().encode("bag")]]),
  });
  expect(seen()).toEqual({ "2024/one/bagit.txt": "bag", "book/1.txt": "line" });
  expect(await isCutShort(root)).toBe(false);
});

describe("a cut run", () => {
  it.each([
    [".trc-journal.json", { schema: "trc/journal/2", folder: "2024/one", files: { "book/1.txt": "line" } }],
    [".trc-pending.json", { bag: "2024/one", path: "book/1.txt", accession: "line" }],
  ])("is completed by its %s, before or after the folder has got its place", async (name, journal) => {
    for (const moved of [false, true]) {
      if (!moved) staged();
      writeFileSync(`${root}/${name}`, JSON.stringify(journal));
      if (moved) rmSync(`${root}/book/1.txt`);
      expect([await isCutShort(root), await finishTogether(root)]).toEqual([true, true]);
      expect(seen()).toEqual({ "2024/one/bagit.txt": "bag", "book/1.txt": "line" });
    }
  });

  it("is completed by a journal of an earlier version, which replaces files", async () => {
    writeFileSync(`${root}/a.yaml`, "old");
    writeFileSync(`${root}/.trc-journal.json`, JSON.stringify({ schema: "trc/journal/1", files: { "a.yaml": "new" } }));
    expect(await finishTogether(root)).toBe(true);
    expect(seen()).toEqual({ "a.yaml": "new" });
  });

  it("that promised nothing yet is dropped", async () => {
    staged();
    expect([await isCutShort(root), await finishTogether(root), existsSync(`${root}/.trc-staged`)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([
    [".trc-journal.json", "not json"],
    [".trc-journal.json", "[]"],
    [".trc-journal.json", '{"schema":"trc/journal/1","files":null}'],
    [".trc-journal.json", '{"schema":"trc/journal/9","files":{}}'],
    [".trc-journal.json", '{"schema":"trc/journal/2","folder":1,"files":{}}'],
    [".trc-journal.json", '{"schema":"trc/journal/1","files":{"a":1}}'],
    [".trc-pending.json", '{"bag":"2024/one"}'],
  ])("whose journal is corrupt is refused in words, and all stays: %s %s", async (name, text) => {
    staged();
    writeFileSync(`${root}/${name}`, text);
    const error = await finishTogether(root).catch((one: unknown) => one);
    expect(storageFault(root, error)).toMatchObject({
      code: "TRC8206",
      message: { ru: expect.stringContaining(name) },
    });
    expect(readFileSync(`${root}/${name}`, "utf8")).toBe(text);
    expect(existsSync(`${root}/.trc-staged/bagit.txt`)).toBe(true);
  });
});
