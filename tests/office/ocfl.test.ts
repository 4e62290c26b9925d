import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFolder } from "../../src/base/storage/index.ts";
import { objectFolder, rootFiles, writeObject } from "../../src/office/ocfl/index.ts";
import { copyOfSample, issued, ORDERS_2025 } from "../support/register.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const [content, archive, root, back] = ["content", "archive", "ocfl", "back"].map((name) =>
  join(folder.path, name),
) as [string, string, string, string];
const codes = (stderr: string): string[] => [...new Set([...stderr.matchAll(/TRC\d{4}(?=:)/g)].map(([code]) => code))];
const restore = () => trc("archive", "import", root, "--archive", back);

beforeAll(async () => {
  copyOfSample(content);
  for (const [order, today] of ORDERS_2025.slice(0, 2)) await issued(content, order, { today });
  expect((await trc("archive", "add", "--content", content, "--archive", archive, "--date", "2026-01-12")).code).toBe(
    0,
  );
  expect(await trc("archive", "ocfl", root, "--archive", archive)).toMatchObject({ code: 0, stderr: "" });
});

it("an archive comes back from OCFL byte for byte, and is whole", async () => {
  expect(await restore()).toMatchObject({ code: 0, stderr: "" });
  expect(filesOf(back)).toEqual(filesOf(archive));
  // What is there is not written over, in either direction.
  expect(codes((await restore()).stderr)).toEqual(["TRC8202"]);
  expect(codes((await trc("archive", "ocfl", root, "--archive", archive)).stderr)).toEqual(["TRC8202"]);
  rmSync(back, { recursive: true });
});

it("with a file damaged or lost nothing is restored", async () => {
  const files = [...filesOf(root).keys()].filter((path) => !/^(ocfl_layout|extensions)/.test(path));
  // One of each kind: the declaration, an inventory, its digest, content, a file of the book.
  const kinds = [
    /0=ocfl_object/,
    /^[0-9a-f]{64}\/inventory\.json$/,
    /inventory\.json\.sha512$/,
    /document\.pdf$/,
    /accessions/,
  ];
  for (const kind of kinds) {
    const path = join(root, files.find((one) => kind.test(one)) ?? "");
    const bytes = readFileSync(path);
    for (const damage of [() => rmSync(path), () => writeFileSync(path, Buffer.concat([bytes, Buffer.from("x")]))]) {
      damage();
      const { code, stderr } = await restore();
      expect([kind, code, codes(stderr)]).toEqual([kind, 1, ["TRC8340"]]);
      expect(existsSync(back)).toBe(false);
    }
    writeFileSync(path, bytes);
  }
});

it("a folder that holds no archive restores none, a damaged archive is not copied", async () => {
  expect(codes((await trc("archive", "import", content, "--archive", back)).stderr)).toEqual(["TRC8341"]);
  const damaged = join(folder.path, "damaged");
  cpSync(archive, damaged, { recursive: true });
  writeFileSync(join(damaged, "2025/order-operation-88-od-2025/data/words.txt"), "other");
  const { code, stderr } = await trc("archive", "ocfl", join(folder.path, "copy"), "--archive", damaged);
  expect([code, codes(stderr)]).toEqual([1, ["TRC8310"]]);
  expect(existsSync(join(folder.path, "copy"))).toBe(false);
});

/** An OCFL root of somebody else: our book of accessions, and objects that name their bags as they like. */
function foreignRoot(name: string, bags: readonly string[]): string {
  const foreign = join(folder.path, name);
  const book = new Map([...filesOf(archive)].filter(([path]) => path.startsWith("accessions/")));
  const objects = [
    book,
    ...bags.map(
      (bag) =>
        new Map([
          ["a.txt", Buffer.from("a")],
          ["bag.txt", Buffer.from(bag)],
        ]),
    ),
  ];
  const user = { name: "trc", address: "urn:example:1" };
  const files = rootFiles("foreign");
  for (const [index, own] of objects.entries()) {
    const id = `urn:example:${index}`;
    for (const [path, bytes] of writeObject(id, [{ files: own, day: "2026-01-12", message: "foreign", user }]))
      files.set(`${objectFolder(id)}/${path}`, bytes);
  }
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(foreign, path)), { recursive: true });
    writeFileSync(join(foreign, path), bytes);
  }
  return foreign;
}

it.each<[string, readonly string[], string]>([
  ["leads out of the archive", ["../../pwned"], "TRC8312"],
  ["is that of another object", ["2025/twice", "2025/twice"], "TRC8340"],
  ["is in no book", ["2025/order-unknown"], "TRC8312"],
])("of a foreign root whose bag %s nothing is written", async (name, bags, code) => {
  const inner = join(folder.path, "inner");
  mkdirSync(join(inner, "deep"), { recursive: true });
  const foreign = foreignRoot(name, bags);
  const before = readdirSync(folder.path);
  const answer = await trc("archive", "import", foreign, "--archive", join(inner, "deep/back"));
  expect(answer.code).toBe(1);
  expect(codes(answer.stderr)).toContain(code);
  expect(readdirSync(folder.path)).toEqual(before);
  expect(readdirSync(inner, { recursive: true })).toEqual(["deep"]);
});

it.each([["../a"], ["a/../../b"], ["/a"], ["a\\b"], ["C:a"], ["a//b"]])(
  "a new folder holds no file %s",
  async (name) => {
    const target = join(folder.path, "inner/deep/new");
    const before = [...filesOf(folder.path).keys()];
    await expect(
      createFolder(
        target,
        new Map([
          ["a/x", Buffer.from("x")],
          [name, Buffer.from("x")],
        ]),
      ),
    ).rejects.toThrow("outside");
    expect([...filesOf(folder.path).keys()]).toEqual(before);
  },
);
