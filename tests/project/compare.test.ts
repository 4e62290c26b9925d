import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/index.ts";
import { type CompareReport, compareSets } from "../../src/project/compare/index.ts";
import { build, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const ORDER = "orders/2025/91-od-2025.yaml";
const [before, after] = [`${folder.path}/before`, `${folder.path}/after`];

beforeAll(() => {
  // Orders that are issued may not change: these are still being written.
  for (const copy of [before, after]) {
    cpSync("content", copy, { recursive: true });
    rmSync(`${copy}/register`, { recursive: true, force: true });
  }
  change(after);
});
afterAll(folder.remove);

/** Another day in one order, another order gone. */
function change(content: string): void {
  const path = `${content}/${ORDER}`;
  writeFileSync(path, readFileSync(path, "utf8").replace("due: 2025-09-19", "due: 2025-09-22"));
}

function compare(one: string, other: string): Promise<CompareReport> {
  return compareSets({
    before: one,
    after: other,
    content: "content",
    templates: "templates",
    only: ["order-general"],
  });
}

const words = ({ documents }: CompareReport): string[] =>
  documents.flatMap(({ id, state, changes }) => [
    `${id} ${state}`,
    ...(changes ?? []).flatMap((line) =>
      line.words.filter(({ kind }) => kind !== "same").map(({ kind, text }) => `${kind} ${text}`),
    ),
  ]);

const CHANGED = ["order-general.91-od-2025 changed", "removed 19", "added 22"];

describe("two sets", () => {
  it("of records differ in the words that were changed and in no others", async () => {
    const report = await compare(before, after);
    expect(report.diagnostics).toEqual([]);
    expect(words(report)).toEqual(CHANGED);
    expect(report.same).toBeGreaterThan(2);
    expect(words(await compare(before, before))).toEqual([]);
  });

  it("that were built, or one of them, are compared by the words of their DOCX", async () => {
    const [one, other] = [`${folder.path}/one`, `${folder.path}/other`];
    await build(one, { content: [before], only: ["order-general"] });
    await build(other, { content: [after], only: ["order-general"] });
    expect(words(await compare(one, other))).toEqual(CHANGED);
    expect(words(await compare(one, after))).toEqual(CHANGED);
    const bare = `${folder.path}/bare`;
    await build(bare, { content: [after], only: ["order-general"], formats: ["pdf"] });
    expect((await compare(one, bare)).documents.map(({ changes }) => changes)).toEqual([null]);
  });

  it("of which one holds a document more tell so", async () => {
    const [one, fewer] = [`${folder.path}/one`, `${folder.path}/fewer`];
    await build(fewer, { content: [before], only: ["order-general.91-od-2025"] });
    const report = await compareSets({
      before: one,
      after: fewer,
      content: "content",
      templates: "templates",
      only: [],
    });
    expect(new Set(report.documents.map(({ state }) => state))).toEqual(new Set(["removed"]));
    const back = await compareSets({ before: fewer, after: one, content: "content", templates: "templates", only: [] });
    expect(new Set(back.documents.map(({ state }) => state))).toEqual(new Set(["added"]));
  });

  it.skipIf(spawnSync("git", ["--version"]).status !== 0)(
    "may be a revision of git and what is being worked on; neither the index nor the work tree is touched",
    () => {
      const work = `${folder.path}/repository`;
      mkdirSync(work);
      cpSync(before, `${work}/content`, { recursive: true });
      cpSync("templates", `${work}/templates`, { recursive: true });
      const git = (...argv: string[]): string =>
        spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...argv], {
          cwd: work,
          encoding: "utf8",
        }).stdout;
      git("init", "-q");
      git("add", ".");
      git("commit", "-qm", "a");
      change(`${work}/content`);
      const status = git("status", "--porcelain");
      const { stdout, status: code } = spawnSync(
        "node",
        [resolve("bin/trc.js"), "diff", "HEAD", "--only", "order-general"],
        {
          cwd: work,
          encoding: "utf8",
        },
      );
      expect(stdout).toContain("[-19-]{+22+}");
      expect(code).toBe(1);
      expect(git("status", "--porcelain")).toBe(status);
      expect(existsSync(`${work}/.git/index.lock`)).toBe(false);
      expect(readdirSync(work).sort()).toEqual([".git", "content", "templates"]);
    },
  );

  it("that are none are named, with a way out", async () => {
    let talk = "";
    const write = (text: string): boolean => {
      talk += text;
      return true;
    };
    const stream = { write } as unknown as NodeJS.WritableStream;
    expect(await run(["diff", "вчера", before], { stdout: stream, stderr: stream })).toBe(1);
    expect(talk).toContain("TRC9401");
    expect(talk).toContain("HEAD");
  });
});
