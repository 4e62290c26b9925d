import { execFileSync } from "node:child_process";
import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { takePowers } from "../../src/office/archive/powers.ts";
import { readBundle } from "../../src/office/release/read-bundle.ts";
import { readSignatureFile, readTrustFiles } from "../../src/office/signatures/index.ts";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

it.skipIf(process.platform === "win32")(
  "a pipe, which has no end, is refused as a bundle, a signature, a certificate and a power of attorney",
  async () => {
    const pipe = join(folder.path, "endless.zip");
    execFileSync("mkfifo", [pipe]);
    expect((await readBundle(pipe)).diagnostics.map(({ code }) => code)).toEqual(["TRC7021"]);
    await expect(readSignatureFile(pipe)).rejects.toMatchObject({
      said: { en: expect.stringContaining("a device or a pipe") },
    });
    await expect(readTrustFiles([pipe])).rejects.toMatchObject({
      said: { en: expect.stringContaining("endless.zip") },
    });
    const powers = await takePowers([pipe], { signatures: [], inns: null, at: "2026-01-20" });
    expect(powers.diagnostics.map(({ code }) => code)).toEqual(["TRC8342"]);
    writeFileSync(join(folder.path, "empty.zip"), "");
    expect((await readBundle(join(folder.path, "empty.zip"))).diagnostics.map(({ code }) => code)).toEqual(["TRC7021"]);
  },
);

it.skipIf(process.platform === "win32").each([
  ["import", "PIPE.xlsx"],
  ["import", "PIPE.csv"],
  ["decline", "--batch", "PIPE.txt"],
  ["diff", "PIPE.docx", "PIPE.docx"],
  ["compare-returned", "PIPE.docx"],
  ["init", "NEW", "--answers", "PIPE.yaml"],
  ["new", "order-amendment", "--of", "11-od-2026", "--edited", "PIPE.text", "--dry-run", "--content", "content"],
  ["build", "--content", "content", "--shard", "1/2", "--costs", "PIPE.json", "--out", "NEW.out", "--quiet"],
  ["sign", "package.json", "--key", "PIPE.pem", "--cert", "PIPE.crt"],
])("a pipe, which has no end, is refused in words: trc %s %s", async (...command) => {
  const typed = command.map((word) => {
    const path = join(folder.path, word);
    if (word.startsWith("PIPE") && !existsSync(path)) execFileSync("mkfifo", [path]);
    return /^(?:PIPE|NEW)/.test(word) ? path : word;
  });
  const { code, stdout, stderr } = await trc(...typed);
  expect([1, 2]).toContain(code);
  expect(stdout + stderr).toMatch(/PIPE/);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
});

it.each([
  ["over two megabytes", Buffer.alloc(3 * 1024 * 1024, "слово "), "файл больше, чем разрешено"],
  ["in Windows-1251", Buffer.from([0xcf, 0xf0, 0xe8, 0x0a]), "не в UTF-8"],
])("an edited copy %s is refused in words", async (how, bytes, said) => {
  const file = join(folder.path, `${how.replaceAll(" ", "-")}.txt`);
  writeFileSync(file, bytes);
  const answer = await trc("new", "order-amendment", "--of", "11-od-2026", "--edited", file, "--dry-run");
  expect([answer.code, answer.stdout]).toEqual([1, ""]);
  expect(answer.stderr).toContain(said);
});

it("a list of names that is over four megabytes is refused in words", async () => {
  const file = join(folder.path, "names.txt");
  writeFileSync(file, Buffer.alloc(5 * 1024 * 1024, "Иванов Иван\n"));
  const answer = await trc("decline", "--batch", file);
  expect([answer.code, answer.stdout]).toEqual([1, ""]);
  expect(answer.stderr).toContain("файл больше, чем разрешено");
});

it.skipIf(process.platform === "win32").each([
  ["links in a circle", "loop"],
  ["a name that no disk takes", "x".repeat(300)],
  ["a path through a file", "file/inside"],
])("what the system would not open is told in words, not as a fault of the program: %s", async (_, name) => {
  if (!existsSync(join(folder.path, "file"))) {
    writeFileSync(join(folder.path, "file"), "");
    symlinkSync("loop", join(folder.path, "loop"));
  }
  const { code, stdout, stderr } = await trc("archive", "import", join(folder.path, name));
  expect(code).toBe(1);
  expect(stdout + stderr).toContain("TRC0003");
  expect(stdout + stderr).not.toMatch(/TRC0002|^ +at /m);
});
