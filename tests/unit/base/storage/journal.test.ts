import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { isCutShort, storageFault, writeAlone, writeTogether } from "../../../../src/base/storage/index.ts";
import { finishTogether } from "../../../../src/base/storage/journal.ts";
import { filesOf, temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
const root = `${folder.path}/root`;
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
});
afterAll(folder.remove);

/** Of a folder with a book and bags, and of one with texts only. */
const ARCHIVE = { files: (path: string) => /^book\/\d+\.txt$/.test(path), folder: /^\d{4}\/[a-z]+$/ };
const TEXTS = { files: (path: string) => /^(?:[^/]+\/)*[a-z]+\.yaml$/.test(path), folder: null };

const seen = (): { readonly [path: string]: string } =>
  Object.fromEntries([...filesOf(root)].map(([path, bytes]) => [path, bytes.toString("utf8")]));
const staged = (): void => {
  mkdirSync(`${root}/.trc-staged`);
  writeFileSync(`${root}/.trc-staged/bagit.txt`, "bag");
};

it("a new folder and the files that go with it appear together, and nothing is left beside them", async () => {
  const bag = { inside: "2024/one", files: new Map([["bagit.txt", new TextEncoder().encode("bag")]]) };
  await writeTogether(root, { files: new Map([["book/1.txt", "line"]]), folder: bag }, ARCHIVE);
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
      expect([await isCutShort(root), await finishTogether(root, ARCHIVE)]).toEqual([true, true]);
      expect(seen()).toEqual({ "2024/one/bagit.txt": "bag", "book/1.txt": "line" });
    }
  });

  it("is completed by a journal of an earlier version, which replaces files", async () => {
    writeFileSync(`${root}/a.yaml`, "old");
    writeFileSync(`${root}/.trc-journal.json`, JSON.stringify({ schema: "trc/journal/1", files: { "a.yaml": "new" } }));
    expect(await finishTogether(root, TEXTS)).toBe(true);
    expect(seen()).toEqual({ "a.yaml": "new" });
  });

  it("that promised nothing yet is dropped", async () => {
    staged();
    expect([await isCutShort(root), await finishTogether(root, ARCHIVE), existsSync(`${root}/.trc-staged`)]).toEqual([
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
    const error = await finishTogether(root, ARCHIVE).catch((one: unknown) => one);
    expect(storageFault(root, error)).toMatchObject({
      code: "TRC8206",
      message: { ru: expect.stringContaining(name) },
    });
    expect(readFileSync(`${root}/${name}`, "utf8")).toBe(text);
    expect(existsSync(`${root}/.trc-staged/bagit.txt`)).toBe(true);
  });

  const journal = (files: unknown, folder: string | null = null): object => ({
    schema: "trc/journal/2",
    folder,
    files,
  });
  it.each([
    ["a path that leads out, after one that does not", TEXTS, journal({ "a.yaml": "x", "../b.yaml": "y" })],
    ["a hidden folder", TEXTS, journal({ "a.yaml": "x", ".git/config.yaml": "y" })],
    ["a hidden folder deeper down", TEXTS, journal({ "a.yaml": "x", "b/.git/c.yaml": "y" })],
    ["a hidden file", TEXTS, journal({ ".a.yaml": "x" })],
    ["a path of another system", TEXTS, journal({ "a\\b/a.yaml": "x" })],
    ["a drive", TEXTS, journal({ "C:/a.yaml": "x" })],
    ["a path from the root", TEXTS, journal({ "/a.yaml": "x" })],
    ["a file that no writer writes", TEXTS, journal({ "a.yaml": "x", "settings.json": "y" })],
    ["a file under another", TEXTS, journal({ "a.yaml": "x", "a.yaml/b.yaml": "y" })],
    ["a file in the place of a folder", TEXTS, journal({ "b.yaml": "x", "c.yaml": "y" })],
    ["a folder where none belongs", TEXTS, journal({ "a.yaml": "x" }, "2024/one")],
    ["a list instead of files", TEXTS, journal(["x", "y"])],
    ["no files", TEXTS, journal({})],
    ["a key that nobody knows", TEXTS, { ...journal({ "a.yaml": "x" }), more: 1 }],
    [
      "a folder in the first version",
      ARCHIVE,
      { schema: "trc/journal/1", folder: "2024/one", files: { "book/1.txt": "x" } },
    ],
    ["a folder that is nowhere", ARCHIVE, journal({ "book/1.txt": "x" }, "2024/none")],
    ["no folder where one belongs", ARCHIVE, journal({ "book/1.txt": "x" })],
    ["another folder", ARCHIVE, journal({ "book/1.txt": "x" }, "book/one")],
  ])("whose journal names %s is refused whole, and nothing is written", async (_what, rule, text) => {
    mkdirSync(`${root}/c.yaml`);
    writeFileSync(`${root}/.trc-journal.json`, JSON.stringify(text));
    const before = seen();
    for (const dryRun of [true, false]) {
      const error = await writeAlone(root, () => Promise.resolve("went on"), { rule, dryRun }).catch(
        (one: unknown) => one,
      );
      expect(storageFault(root, error)).toMatchObject({ code: "TRC8206" });
      expect(seen()).toEqual(before);
    }
  });

  it("whose folder is both staged and in its place is refused, and so are two journals", async () => {
    staged();
    mkdirSync(`${root}/2024/one`, { recursive: true });
    const text = JSON.stringify(journal({ "book/1.txt": "x" }, "2024/one"));
    writeFileSync(`${root}/.trc-journal.json`, text);
    await expect(finishTogether(root, ARCHIVE)).rejects.toMatchObject({ state: "corrupt" });
    rmSync(`${root}/2024`, { recursive: true });
    writeFileSync(`${root}/.trc-pending.json`, '{"bag":"2024/one","path":"book/1.txt","accession":"x"}');
    await expect(finishTogether(root, ARCHIVE)).rejects.toMatchObject({ state: "corrupt" });
    expect(existsSync(`${root}/book`)).toBe(false);
  });

  it("is gone only with the unfinished writing that stood beside it", async () => {
    writeFileSync(`${root}/.trc-journal.json`, JSON.stringify(journal({ "a.yaml": "x" })));
    writeFileSync(`${root}/.trc-part-0123456789abcdef`, "part");
    expect([await finishTogether(root, TEXTS), await isCutShort(root)]).toEqual([true, false]);
  });

  it("is reported by a dry run, which leaves everything as it is", async () => {
    writeFileSync(`${root}/.trc-journal.json`, JSON.stringify(journal({ "a.yaml": "x" })));
    writeFileSync(`${root}/.trc-part-0123456789abcdef`, "part");
    const before = seen();
    const error = await writeAlone(root, () => Promise.resolve(), { rule: TEXTS, dryRun: true }).catch(
      (one: unknown) => one,
    );
    expect(storageFault(root, error)).toMatchObject({
      code: "TRC8204",
      message: { en: expect.stringContaining("dry run") },
    });
    expect(seen()).toEqual(before);
  });

  it("is left alone by a writer that leaves no journals", async () => {
    writeFileSync(`${root}/.trc-journal.json`, "not json");
    expect(await writeAlone(root, (completed) => Promise.resolve(completed))).toBe(false);
    expect(seen()).toEqual({ ".trc-journal.json": "not json" });
  });
});

it("writes nothing together that the rule of its journals would refuse", async () => {
  const files = new Map([["notes.txt", "x"]]);
  await expect(writeTogether(root, { files }, TEXTS)).rejects.toThrow("notes.txt");
  expect(seen()).toEqual({});
});
