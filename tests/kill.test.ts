import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listArchive, verifyArchive } from "../src/archive/index.ts";
import { finishTogether, withLock } from "../src/storage/index.ts";
import { entriesOnDisk } from "./support/register.ts";
import { temporaryFolder } from "./support/samples.ts";

/** The process is killed at this many moments. */
const KILLS = 300;
const folder = temporaryFolder();
const [content, archive] = [`${folder.path}/content`, `${folder.path}/archive`];
const seen = { kills: 0, inRegister: 0, inArchive: 0, entries: 0, bags: 0 };

beforeAll(async () => {
  mkdirSync(content);
  await build({
    entryPoints: ["tests/support/kill-worker.ts"],
    outfile: `${folder.path}/worker.mjs`,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "silent",
    external: ["diff", "yaml", "ajv", "ajv-formats"],
    absWorkingDir: process.cwd(),
    nodePaths: ["node_modules"],
  });
});
afterAll(() => {
  folder.remove();
  console.log(`kill: ${JSON.stringify(seen)}`);
});

/** Runs the worker and kills it so many ms after it has begun to write. */
function killAfter(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${folder.path}/worker.mjs`, content, archive]);
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += String(chunk);
    });
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), ms));
    child.on("close", (_code, signal) => (signal === "SIGKILL" ? resolve() : reject(new Error(stderr))));
  });
}

/** Entries form one chain without a gap, every record bears its number. */
function expectChain(): void {
  const entries = entriesOnDisk(content);
  for (const [index, entry] of entries.entries()) {
    expect(entry.number).toBe(`${index + 1}-ОД`);
    expect(entry.previous).toBe(entries[index - 1]?.seal ?? "");
    expect(readFileSync(`${content}/orders/2025/draft-${index + 1}.yaml`, "utf8")).toBe(`number: "${entry.number}"\n`);
  }
}

it(`a process killed ${KILLS} times at random moments loses nothing and leaves nothing half done`, async () => {
  let random = 20251124;
  let entries = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    // A generator of our own: the same moments every time.
    random = (random * 1103515245 + 12345) % 2147483648;
    await killAfter(random % 120);
    seen.kills++;
    if (existsSync(`${content}/.trc-journal.json`)) seen.inRegister++;
    else expectChain();
    if (existsSync(archive)) {
      if (readdirSync(archive).some((name) => /^\.trc-(pending|staged|part)/.test(name))) seen.inArchive++;
      // What was promised is completed before the archive is read, what was only staged is dropped.
      expect((await verifyArchive(archive, null)).diagnostics).toEqual([]);
    }
    const now = entriesOnDisk(content).length;
    expect(now).toBeGreaterThanOrEqual(entries);
    entries = now;
  }
  await withLock(content, () => finishTogether(content));
  expectChain();
  seen.entries = entriesOnDisk(content).length;
  seen.bags = (await listArchive(archive)).length;
  expect(seen.entries).toBeGreaterThan(0);
}, 3_600_000);
