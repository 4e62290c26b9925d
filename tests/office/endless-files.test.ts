import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readBundle } from "../../src/office/release/read-bundle.ts";
import { readSignatureFile, readTrustFiles } from "../../src/office/signatures/index.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

it.skipIf(process.platform === "win32")(
  "a pipe, which has no end, is refused as a bundle, a signature and a certificate",
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
    writeFileSync(join(folder.path, "empty.zip"), "");
    expect((await readBundle(join(folder.path, "empty.zip"))).diagnostics.map(({ code }) => code)).toEqual(["TRC7021"]);
  },
);
