import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BusyError, withLock } from "../../../../src/base/storage/index.ts";
import { type Holder, holderOf } from "../../../../src/base/storage/lock-holder.ts";

const built = mkdtempSync(join(tmpdir(), "trc-lock-door-"));
const door = join(built, "storage.mjs");
let folder: string;
let children: ChildProcess[];
const lock = (): string => join(folder, ".trc-lock");
const own = holderOf("0123456789abcdef");
const held = (content: string | Partial<Holder>): void =>
  writeFileSync(lock(), typeof content === "string" ? content : JSON.stringify({ ...own, ...content }));
const take = (waitMs = 0): Promise<string> => withLock(folder, async () => readFileSync(lock(), "utf8"), { waitMs });

beforeAll(() => {
  buildSync({
    entryPoints: ["src/base/storage/index.ts"],
    outfile: door,
    bundle: true,
    platform: "node",
    format: "esm",
  });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trc-lock-"));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

describe("withLock", () => {
  it("names the holder while it is held, and leaves nothing behind", async () => {
    expect(JSON.parse(await take())).toMatchObject({ ...own, nonce: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is held once within a process too", async () => {
    await withLock(folder, () => expect(take()).rejects.toThrow(BusyError));
  });

  it.each<[string, string | Partial<Holder>]>([
    ["an empty file: its writer may be about to fill it", ""],
    ["a file that is not ours", "4312"],
    ["this very process", {}],
    ["another machine", { host: "other", boot: "1", pid: 999_999_999 }],
    [
      "another machine of the same name, both first processes of a container",
      { boot: "1", space: "pid:[7]", pid: 1, machine: null },
    ],
    ["another machine of the same name and another identity", { boot: "1", machine: "1" }],
    ["a container of this machine that shows no sign", { space: "pid:[7]", pid: 1 }],
    ["a container of this machine with a number that is free here", { space: "pid:[7]", pid: 999_999_999 }],
  ])("never takes over from %s", async (_, content) => {
    held(content);
    const before = readFileSync(lock(), "utf8");
    await expect(take()).rejects.toThrow(BusyError);
    expect(readFileSync(lock(), "utf8")).toBe(before);
  });

  it.each<[string, Partial<Holder>]>([
    ["a process that is gone", { pid: 999_999_999 }],
    ["a process whose number another has now", { started: "1" }],
    ...(own.machine === null
      ? []
      : [["this machine before it was started anew", { boot: "1" }] as [string, Partial<Holder>]]),
  ])("takes over from %s", async (_, content) => {
    held(content);
    expect(JSON.parse(await take()).nonce).not.toBe(own.nonce);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("goes on after one who was killed while taking over", async () => {
    held({ pid: 999_999_999 });
    const guard = join(folder, `.trc-lock-${own.nonce}-guard`);
    writeFileSync(guard, JSON.stringify({ ...own, nonce: "1".repeat(16), pid: 999_999_998 }));
    const second = join(folder, `.trc-lock-${"1".repeat(16)}-guard`);
    writeFileSync(second, JSON.stringify({ ...own, nonce: "2".repeat(16), pid: 999_999_997 }));
    await take(1_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("waits for one who is taking over", async () => {
    held({ pid: 999_999_999 });
    writeFileSync(join(folder, `.trc-lock-${own.nonce}-guard`), JSON.stringify({ ...own, nonce: "1".repeat(16) }));
    await expect(take()).rejects.toThrow(BusyError);
  });

  it("has one holder at a time among processes that all find a dead one's lock", async () => {
    held({ pid: 999_999_999 });
    // Inside each makes a folder that only one can make.
    const script = `
      const inside = ${JSON.stringify(join(folder, "inside"))};
      const { mkdirSync, rmdirSync, appendFileSync } = await import("node:fs");
      for (let turn = 0; turn < 60; turn++)
        await withLock(${JSON.stringify(folder)}, async () => {
          mkdirSync(inside);
          await new Promise((done) => setTimeout(done, turn % 3));
          rmdirSync(inside);
          appendFileSync(${JSON.stringify(join(folder, "turns"))}, "x");
        }, { waitMs: 60_000 });`;
    const ended = await Promise.all([1, 2, 3].map(() => finished(run(script))));
    expect(ended).toEqual([0, 0, 0].map((code) => ({ code, stderr: "" })));
    expect(readFileSync(join(folder, "turns"), "utf8")).toHaveLength(180);
  });

  it("is taken over when the process that holds it is killed", async () => {
    const child = run(HOLD);
    await said(child);
    await expect(take()).rejects.toThrow(BusyError);
    const gone = finished(child);
    child.kill("SIGKILL");
    await gone;
    await take();
    expect(readdirSync(folder)).toEqual([]);
  });
});

const UNSHARE = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"] as const;
const containers = spawnSync(UNSHARE[0], [...UNSHARE.slice(1), "true"]).status === 0;

/** Each run below is process number 1 of a container of its own, on this machine and under its name. */
describe.skipIf(!containers)("withLock of process number 1", () => {
  it("is not taken over by another number 1 while it lives, also in a folder with a long name", async () => {
    folder = join(folder, "д".repeat(100));
    mkdirSync(folder);
    const child = run(HOLD, UNSHARE);
    await said(child);
    expect(JSON.parse(readFileSync(lock(), "utf8"))).toMatchObject({ pid: 1, machine: null });
    expect(await finished(run(TRY, UNSHARE))).toMatchObject({ code: 3 });
    await expect(take()).rejects.toThrow(BusyError);
    const gone = finished(child);
    child.kill("SIGKILL");
    await gone;
    expect(await finished(run(TRY, UNSHARE))).toEqual({ code: 0, stderr: "" });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken over from outside once it is killed, and takes over what is dead in its own container", async () => {
    const child = run(HOLD, UNSHARE);
    await said(child);
    const gone = finished(child);
    child.kill("SIGKILL");
    await gone;
    await take();
    expect(readdirSync(folder)).toEqual([]);
  });
});

const HOLD = `await withLock(FOLDER, async () => { console.log("held"); await new Promise((done) => setTimeout(done, 60_000)); });`;
const TRY = `await withLock(FOLDER, async () => undefined, { waitMs: 0 }).catch((error) => { if (error.name !== "BusyError") throw error; process.exitCode = 3; });`;

function run(script: string, before: readonly string[] = []): ChildProcess {
  const code = `const FOLDER = ${JSON.stringify(folder)}; const { withLock } = await import(${JSON.stringify(door)}); ${script}`;
  const [program = "", ...parameters] = [...before, process.execPath, "--input-type=module", "-e", code];
  const child = spawn(program, parameters);
  children.push(child);
  return child;
}

function said(child: ChildProcess): Promise<void> {
  return new Promise((done) => child.stdout?.once("data", () => done()));
}

function finished(child: ChildProcess): Promise<{ readonly code: number | null; readonly stderr: string }> {
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += String(chunk);
  });
  return new Promise((done) => child.once("close", (code) => done({ code, stderr })));
}
