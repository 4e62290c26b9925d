import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { copyOfSample, edit, issued, ORDERS_2025, registerFiles, writeDraft } from "../support/register.ts";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const whole = join(folder.path, "whole");
const root = join(folder.path, "work");
const content = join(root, "content");
const tree = join(root, "register-tree");
const key = join(folder.path, "key.pem");
/** That of the order № 91-ОД among four. */
let proof = "";
const ENTRY = "register/2025/order-general-91-od-2025.yaml";

/** A new private key as `openssl genpkey` writes it. */
function newKey(path: string, type: "ed25519" | "ec"): string {
  const { privateKey } =
    type === "ec" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("ed25519");
  writeFileSync(path, privateKey.export({ format: "pem", type: "pkcs8" }));
  return path;
}

const checkpoint = (...more: string[]) =>
  trc("register", "checkpoint", "--content", content, "--tree", tree, "--key", key, ...more);
const prove = (...more: string[]) => trc("register", "prove", "--content", content, "--tree", tree, ...more);
const verify = (...more: string[]) => trc("register", "verify-proof", ...more);
const codes = (stderr: string): string[] => [...stderr.matchAll(/TRC\d{4}(?=:)/g)].map(([code]) => code);
const file = (name: string, text: string): string => {
  writeFileSync(join(root, name), text);
  return join(root, name);
};
/** Every file of the tree with its bytes. */
const treeFiles = (): Map<string, string> =>
  new Map(
    readdirSync(tree, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(tree.length + 1), readFileSync(path, "latin1")]),
  );
const seals = (): string[] =>
  registerFiles(content).map((path) => readFileSync(join(content, path), "utf8").slice(-65, -1));

beforeAll(async () => {
  newKey(key, "ed25519");
  mkdirSync(whole);
  copyOfSample(join(whole, "content"));
  for (const [order, day] of ORDERS_2025.slice(0, 4)) await issued(join(whole, "content"), order, { today: day });
  const folders = ["--content", join(whole, "content"), "--tree", join(whole, "register-tree")];
  expect(await trc("register", "checkpoint", ...folders, "--key", key)).toMatchObject({ code: 0, stderr: "" });
  const made = await trc("register", "prove", "91-od-2025", ...folders);
  expect(made.stderr).toContain(ENTRY);
  proof = made.stdout;
});
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  cpSync(whole, root, { recursive: true });
});

it("a register that was there before comes into the tree with every seal; what is new follows, and nothing moves", async () => {
  const earlier = readFileSync(join(tree, "entries.txt"), "utf8");
  const listed = earlier
    .trim()
    .split("\n")
    .map((line) => line.split("  ")[1]);
  expect([...listed].sort()).toEqual(seals().sort());
  // Again there is nothing to do, and not a byte is written.
  const before = treeFiles();
  expect((await checkpoint()).code).toBe(0);
  expect(treeFiles()).toEqual(before);
  const old = file("old-checkpoint", readFileSync(join(tree, "checkpoint"), "utf8"));
  writeDraft(content, "seminar", "2025-11-10");
  await issued(content, "seminar", { today: "2025-11-10" });
  expect((await checkpoint()).stdout).toContain("листьев – 5");
  const now = readFileSync(join(tree, "entries.txt"), "utf8");
  expect(now.startsWith(earlier)).toBe(true);
  const grown = join(root, "growth.txt");
  expect((await prove("--since", old, "--out", grown)).code).toBe(0);
  expect((await verify(grown, "--checkpoint", old, "--key", join(tree, "key.txt"))).stdout).toContain(
    "было листьев 4, стало 5",
  );
});

describe("a proof", () => {
  const keys = join(tree, "key.txt");

  it("holds for its entry, with the key or a checkpoint alone, and fits a page", async () => {
    const path = file("proof.txt", proof);
    expect(await verify(path, join(content, ENTRY), "--key", keys)).toMatchObject({ code: 0, stderr: "" });
    const line = readFileSync(keys, "utf8").trim();
    expect(await verify(path, join(content, ENTRY), "--key", line)).toMatchObject({ code: 0, stderr: "" });
    const kept = file("kept", readFileSync(join(tree, "checkpoint"), "utf8"));
    expect(await verify(path, join(content, ENTRY), "--checkpoint", kept)).toMatchObject({ code: 0, stderr: "" });
    // Eighty signs a line.
    const lines = proof.split("\n").reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / 80)), 0);
    expect(lines).toBeLessThan(40);
  });

  it("says so where nothing vouches for the tree", async () => {
    const { code, stderr } = await verify(file("proof.txt", proof), join(content, ENTRY));
    expect([code, codes(stderr)]).toEqual([0, ["TRC8148"]]);
  });

  it("comes through mail and Windows, and out of a bag", async () => {
    const path = file("proof.txt", `\ufeff${proof.replaceAll("\n", "\r\n")}\r\n\r\n`);
    mkdirSync(join(root, "bag/data"), { recursive: true });
    writeFileSync(
      join(root, "bag/data/register-entry.yaml"),
      readFileSync(join(content, ENTRY), "utf8").replaceAll("\n", "\r\n"),
    );
    expect(await verify(path, join(root, "bag"), "--key", keys)).toMatchObject({ code: 0, stderr: "" });
  });

  it.each<[string, (proof: string) => string]>([
    ["the leaf in another place", (text) => text.replace("index 2", "index 1")],
    ["a digest of the path", (text) => text.replace(/(?<=index 2\n)./, (sign) => (sign === "A" ? "B" : "A"))],
    ["a digest less", (text) => text.replace(/(?<=index 2\n).*\n/, "")],
    ["the size of the tree", (text) => text.replace("register\n4\n", "register\n5\n")],
    ["the title above", (text) => text.replace("№ 91-ОД", "№ 92-ОД")],
    ["the day above", (text) => text.replace("12.09.2025, запись", "11.09.2025, запись")],
  ])("with %s changed is refused", async (_, change) => {
    expect(change(proof)).not.toBe(proof);
    const { code, stderr, stdout } = await verify(
      file("proof.txt", change(proof)),
      join(content, ENTRY),
      "--key",
      keys,
    );
    expect([code, codes(stderr), stdout]).toEqual([1, ["TRC8146"], ""]);
  });

  it("is refused for another entry, a changed one, another key, another tree", async () => {
    const path = file("proof.txt", proof);
    const other = join(content, "register/2025/order-general-112-od-2025.yaml");
    expect(codes((await verify(path, other, "--key", keys)).stderr)).toEqual(["TRC8146"]);
    const changed = file("changed.yaml", readFileSync(join(content, ENTRY), "utf8").replace("№ 91-ОД", "№ 92-ОД"));
    expect(codes((await verify(path, changed, "--key", keys)).stderr)).toEqual(["TRC8147"]);
    const foreign = newKey(join(root, "foreign.pem"), "ed25519");
    const forged = ["--content", content, "--tree", join(root, "forged"), "--key", foreign];
    expect((await trc("register", "checkpoint", ...forged)).code).toBe(0);
    const theirs = join(root, "forged/key.txt");
    expect(codes((await verify(path, join(content, ENTRY), "--key", theirs)).stderr)).toEqual(["TRC8146"]);
    // The same entries signed by somebody else: of this key there is no signature.
    const { stdout } = await trc(
      "register",
      "prove",
      "91-od-2025",
      "--content",
      content,
      "--tree",
      join(root, "forged"),
    );
    expect(codes((await verify(file("f.txt", stdout), join(content, ENTRY), "--key", keys)).stderr)).toEqual([
      "TRC8146",
    ]);
    for (const [given, ...more] of [[keys], [path, "--key", other], [path, "--checkpoint", other]])
      expect(codes((await verify(given ?? "", join(content, ENTRY), ...more)).stderr)).toEqual(["TRC8147"]);
  });

  it("cannot be made of what is not in the register, not in the tree, or of a tree that was never so", async () => {
    expect(codes((await prove("92-od-2025")).stderr)).toEqual(["TRC8145"]);
    await issued(content, "119-od-2025", { today: "2025-11-24" });
    expect(codes((await prove("119-od-2025")).stderr)).toEqual(["TRC8144"]);
    expect(codes((await prove("--since", "5")).stderr)).toEqual(["TRC8149"]);
    expect(codes((await prove("--since", file("none", "no checkpoint"))).stderr)).toEqual(["TRC8149"]);
    rmSync(tree, { recursive: true });
    expect(codes((await prove("91-od-2025")).stderr)).toEqual(["TRC8140"]);
  });
});

describe("the tree", () => {
  it("is signed with Ed25519 alone, and with the same key as before unless it is said", async () => {
    const bad = (path: string, ...more: string[]) =>
      trc("register", "checkpoint", "--content", content, "--tree", tree, "--key", path, ...more);
    rmSync(tree, { recursive: true });
    expect(codes((await bad(newKey(join(root, "ec.pem"), "ec"))).stderr)).toEqual(["TRC8142"]);
    expect(codes((await bad(join(root, "none.pem"))).stderr)).toEqual(["TRC8142"]);
    expect(codes((await bad(file("text.pem", "no key"))).stderr)).toEqual(["TRC8142"]);
    expect(existsSync(tree)).toBe(false);
    cpSync(join(whole, "register-tree"), tree, { recursive: true });
    const other = newKey(join(root, "other.pem"), "ed25519");
    const before = treeFiles();
    expect(codes((await bad(other)).stderr)).toEqual(["TRC8143"]);
    expect(treeFiles()).toEqual(before);
    expect((await bad(other, "--new-key")).code).toBe(0);
    // Who has both keys verifies proofs of before and after.
    const later = file("later.txt", (await prove("91-od-2025")).stdout);
    for (const one of [file("proof.txt", proof), later])
      expect((await verify(one, join(content, ENTRY), "--key", join(tree, "key.txt"))).code).toBe(0);
  });

  it("takes nothing from a register that is damaged, or has lost what the tree remembers", async () => {
    const before = treeFiles();
    const path = join(content, "register/2025/order-general-112-od-2025.yaml");
    const text = readFileSync(path, "utf8");
    edit(path, (entry) => entry.replace("№ 112-ОД", "№ 113-ОД"));
    expect(codes((await checkpoint()).stderr)).toEqual(["TRC8001"]);
    rmSync(path);
    expect(codes((await checkpoint()).stderr)).toEqual(["TRC8008"]);
    writeFileSync(path, text);
    expect((await checkpoint()).code).toBe(0);
    expect(treeFiles()).toEqual(before);
  });

  it("is a keeper of the register: a check beside it finds what was cut off", async () => {
    const cwd = process.cwd();
    rmSync(join(content, "register/2025/order-general-112-od-2025.yaml"));
    process.chdir(root);
    try {
      const { stderr } = await trc("check", "--templates", join(cwd, "templates"), "--only", "87-od-2025");
      expect(stderr).toContain("Их помнит: дерево реестра register-tree");
      // A tree that can say nothing any more is no reason to be silent.
      rmSync(join(tree, "checkpoint"));
      rmSync(join(tree, "entries.txt"));
      const { stderr: damaged } = await trc("check", "--templates", join(cwd, "templates"), "--only", "87-od-2025");
      expect(codes(damaged)).toContain("TRC8141");
    } finally {
      process.chdir(cwd);
    }
  });

  it.each([["tile/0/000.p/4"], ["tile/entries/000.p/4"], ["entries.txt"], ["checkpoint"]])(
    "with %s lost or changed is found, and made anew as it was",
    async (path) => {
      const before = treeFiles();
      for (const damage of [
        () => rmSync(join(tree, path)),
        () => edit(join(tree, path), (text) => `x${text.slice(1)}`),
      ]) {
        damage();
        const { code, stderr } = await prove("91-od-2025");
        expect([code, codes(stderr)]).toEqual([path === "checkpoint" ? 1 : 0, ["TRC8141"]]);
        // What is signed by nobody is not gone on with.
        if (path === "checkpoint" && existsSync(join(tree, path))) {
          expect(codes((await checkpoint()).stderr)).toEqual(["TRC8141"]);
          return;
        }
        expect((await checkpoint()).code).toBe(0);
        expect(treeFiles()).toEqual(before);
      }
    },
  );

  it("without a checkpoint is never begun anew: what tiles and key say is not lost without a word", async () => {
    const foreign = newKey(join(root, "foreign.pem"), "ed25519");
    const signs = (pem: string) =>
      trc("register", "checkpoint", "--content", content, "--tree", tree, "--key", pem).then(({ stderr }) =>
        codes(stderr),
      );
    rmSync(join(tree, "checkpoint"));
    const list = readFileSync(join(tree, "entries.txt"), "utf8");
    edit(join(tree, "entries.txt"), (text) => text.split("\n").slice(0, 2).join("\n").concat("\n"));
    const shortened = treeFiles();
    for (const pem of [key, foreign]) expect(await signs(pem)).toEqual(["TRC8141"]);
    expect(treeFiles()).toEqual(shortened);
    rmSync(join(tree, "entries.txt"));
    const without = treeFiles();
    for (const pem of [key, foreign]) expect(await signs(pem)).toEqual(["TRC8141"]);
    expect(treeFiles()).toEqual(without);
    // A first run that was cut after each of its files: it goes on, with its own key.
    for (const path of ["tile", "entries.txt", "key.txt"]) {
      if (path === "tile") writeFileSync(join(tree, "entries.txt"), list);
      rmSync(join(tree, path), { recursive: true });
      const cut = treeFiles();
      if (path !== "key.txt") expect(await signs(foreign)).toEqual(["TRC8143"]);
      expect(treeFiles()).toEqual(cut);
      expect(await signs(key)).toEqual([]);
      expect(readFileSync(join(tree, "entries.txt"), "utf8")).toBe(list);
      rmSync(tree, { recursive: true });
      mkdirSync(tree);
      for (const [name, text] of cut) writeFileSync(join(tree, name), text, "latin1");
    }
  });

  it("goes on from any file that a killed run wrote last", async () => {
    const before = treeFiles();
    await issued(content, "119-od-2025", { today: "2025-11-24" });
    await checkpoint();
    const after = treeFiles();
    const order = [...after.keys()].filter((path) => after.get(path) !== before.get(path) && path !== "checkpoint");
    for (let written = 0; written <= order.length; written++) {
      for (const path of after.keys()) {
        const text = order.slice(0, written).includes(path) ? after.get(path) : before.get(path);
        rmSync(join(tree, path));
        if (text !== undefined) writeFileSync(join(tree, path), text, "latin1");
      }
      expect(await prove("91-od-2025")).toMatchObject({ code: 0 });
      expect((await checkpoint()).code).toBe(0);
      expect(treeFiles()).toEqual(after);
    }
  });

  it("proofs of it hold by openssl: the signature is over the lines of the checkpoint", async () => {
    const [text = "", signature = ""] = readFileSync(join(tree, "checkpoint"), "utf8").split("\n\n");
    const bytes = Buffer.from(signature.trim().split(" ").at(-1) ?? "", "base64").subarray(4);
    writeFileSync(join(root, "signature"), bytes);
    execFileSync("openssl", ["pkey", "-in", key, "-pubout", "-out", join(root, "public.pem")]);
    const args = ["-verify", "-pubin", "-inkey", join(root, "public.pem"), "-rawin", "-in", file("text", `${text}\n`)];
    const said = execFileSync("openssl", ["pkeyutl", ...args, "-sigfile", join(root, "signature")], {
      encoding: "utf8",
    });
    expect(said).toContain("Verified Successfully");
  });
});
