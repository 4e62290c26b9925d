import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { watchFiles } from "../../src/project/watch/index.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(folder.path);
const manifest = join(folder.path, "out", "manifest.json");
let child: ChildProcess;
let said = "";
let ended: Promise<number | null>;

beforeAll(async () => {
  child = spawn(process.execPath, [join(process.cwd(), "bin/trc.js"), "watch", "--format", "pdf"], {
    cwd: folder.path,
  });
  child.stdout?.on("data", (chunk) => {
    said += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  ended = new Promise((resolve) => child.once("exit", resolve));
  await heard(/Слежу за изменениями: сделано заново 5 из 5/);
});
afterAll(() => {
  child.kill("SIGKILL");
  folder.remove();
});

/** Waits until the command says something new that fits. */
async function heard(pattern: RegExp): Promise<void> {
  for (;;) {
    if (pattern.test(said)) {
      said = "";
      return;
    }
    await new Promise((next) => setTimeout(next, 20));
  }
}

describe("trc watch", () => {
  it("makes anew what changed, and says so in one line", async () => {
    project.edit("orders/one.yaml", (text) => text.replace("открытых дверей", "закрытых дверей"));
    await heard(/^content\/orders\/one\.yaml: сделано заново 3 из 5, .*\n/m);
  });

  it("keeps the last good output while there are errors", async () => {
    const before = readFileSync(manifest, "utf8");
    const good = project.read("orders/one.yaml");
    project.write("orders/one.yaml", good.replace("2024-09-05", "2024-02-30"));
    await heard(/orders\/one\.yaml:3:7[\s\S]*ошибки, папка out осталась прежней/);
    expect(readFileSync(manifest, "utf8")).toBe(before);
    project.write("orders/one.yaml", good);
    await heard(/сделано заново 0 из 5/);
  });

  it("lives through a folder that goes and comes back", async () => {
    renameSync(project.content, `${project.content}-away`);
    await heard(/ошибки, папка out осталась прежней/);
    renameSync(`${project.content}-away`, project.content);
    await heard(/сделано заново 0 из 5/);
    project.edit("orders/two.yaml", (text) => text.replace("открытых дверей", "закрытых дверей"));
    await heard(/orders\/two\.yaml: сделано заново \d из 5/);
    rmSync(join(project.content, "orders"), { recursive: true });
    await heard(/: сделано заново \d из 2|осталась прежней/);
    mkdirSync(join(project.content, "orders"));
    project.write("orders/late.yaml", "kind: order-general\n");
    await heard(/orders\/late\.yaml/);
    expect(existsSync(manifest)).toBe(true);
  });

  it.each([
    ["watch", "--content"],
    ["watch", "--templates"],
    ["preview", "--content"],
    ["preview", "--templates"],
  ])("%s ends with 1 when the folder of %s is not there", (command, option) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(process.cwd(), "bin/trc.js"), command, option, "nowhere"],
      { cwd: folder.path, encoding: "utf8", timeout: 20_000 },
    );
    expect([status, stderr]).toEqual([1, expect.stringContaining("TRC0001: Папка «nowhere» не найдена")]);
  });

  it("ends with 130 at Ctrl+C", async () => {
    child.kill("SIGINT");
    expect(await ended).toBe(130);
  });
});

it("who is waited for hears of a file that is saved, and of one that is gone", async () => {
  const { path, remove } = temporaryFolder();
  const heardOf: string[] = [];
  const watch = await watchFiles([path], ({ files }) => heardOf.push(...files), { hasty: true });
  const file = join(path, "one.yaml");
  const heardAgain = async (): Promise<void> => {
    heardOf.length = 0;
    while (!heardOf.includes(file)) await new Promise((next) => setTimeout(next, 20));
  };
  writeFileSync(file, "name: one\n");
  await heardAgain();
  writeFileSync(file, "");
  await heardAgain();
  rmSync(file);
  await heardAgain();
  await watch.close();
  remove();
});
