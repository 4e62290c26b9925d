import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const out = `${folder.path}/out`;

beforeAll(async () => {
  await build(out, { only: ["order-general"] });
});
afterAll(folder.remove);

/** Runs the compiled command and stops it after so many ms. */
function interrupted(
  signal: "SIGINT" | "SIGKILL",
  afterMs: number,
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [
      "bin/trc.js",
      "build",
      "--no-cache",
      "--out",
      out,
      "--content",
      "tests/fixtures/second-centre",
    ]);
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += String(chunk);
    });
    setTimeout(() => child.kill(signal), afterMs);
    child.on("close", (code) => resolve({ code, stderr }));
  });
}

/** The folder holds exactly the files of its manifest, each as the manifest says. */
function expectWhole(): void {
  const files = filesOf(out);
  const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "{}") as {
    documents: { files: { path: string; sha256: string }[] }[];
  };
  const listed = manifest.documents.flatMap((document) => document.files);
  expect([...files.keys()].sort()).toEqual([...listed.map(({ path }) => path), "manifest.json"].sort());
  for (const { path, sha256 } of listed)
    expect(
      createHash("sha256")
        .update(files.get(path) ?? "")
        .digest("hex"),
    ).toBe(sha256);
}

describe("a build that is cut", () => {
  it.each([250, 600, 1000, 1400, 1800, 2200])(
    "by force after %i ms leaves the old set or the new one",
    async (delay) => {
      await interrupted("SIGKILL", delay);
      if (existsSync(out)) expectWhole();
    },
  );

  it("by Ctrl+C stops with 130, says so and leaves the old set", async () => {
    await build(out, { only: ["order-general"] });
    let stopped: { readonly code: number | null; readonly stderr: string } | undefined;
    // How long a start takes differs between machines: the signal has to fall into the run itself.
    for (let delay = 300; stopped?.code !== 130 && delay < 5000; delay += 150)
      stopped = await interrupted("SIGINT", delay);
    expect(stopped?.code).toBe(130);
    expect(stopped?.stderr).toContain("Прервано");
    expectWhole();
  });

  it("is made good by the next one, which leaves nothing beside the folder", async () => {
    await build(out);
    expectWhole();
    expect(readdirSync(folder.path)).toEqual(["out"]);
  });
});
