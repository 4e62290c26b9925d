import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const out = `${folder.path}/out`;

beforeAll(async () => {
  await build(out, { only: ["order-general"] });
});
afterAll(folder.remove);

/** Few steps, each of them long. */
const ENDLESS = "{{#each (range 1 9999)}}{{length (without (range 1 9999) (range 2 9999))}}{{/each}}";

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

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", null],
  ] as const)("in a template without an end by %s stops within a second", async (signal, code) => {
    const project = new SmallProject(`${folder.path}/endless`);
    project.editTemplate("order-general/body.hbs", (text) => `${text}\n${ENDLESS}\n`);
    const before = filesOf(folder.path);
    const { content, templates } = project;
    const argv = ["check", "--no-cache", "--content", content, "--templates", templates, "--only", "order-general"];
    const child = spawn(process.execPath, ["bin/trc.js", ...argv]);
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    // Long after the start, and long before its minute is over.
    await new Promise((resolve) => setTimeout(resolve, 8000));
    expect(child.exitCode).toBe(null);
    const at = performance.now();
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(performance.now() - at).toBeLessThan(1000);
    expect([...filesOf(folder.path).keys()]).toEqual([...before.keys()]);
    rmSync(`${folder.path}/endless`, { recursive: true });
  });

  it("is made good by the next one, which leaves nothing beside the folder", async () => {
    await build(out);
    expectWhole();
    expect(readdirSync(folder.path)).toEqual(["out"]);
  });
});
