import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runs } from "../support/runs.ts";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const root = resolve(".");

/** Installing and testing the program itself: CI does it as its own steps, from a clean clone. */
const BY_CI =
  /^(npm ci( && npm (run build|test))?( +#.*)?|npm run (compile|build|goldens -- memo bundle-cover|format|schemas|check)|npm link)$/;

type Block = { readonly file: string; readonly line: number; readonly lines: readonly string[] };

/** The fenced `sh` blocks of a page; a here-document stays with its command. */
function blocks(file: string): Block[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((found) => ({
    file,
    line: text.slice(0, found.index).split("\n").length + 1,
    lines: (found[1] ?? "")
      .trimEnd()
      .split("\n")
      .filter((line) => !BY_CI.test(line.trim())),
  }));
}

/** What a page speaks of: nothing but the program, a project with the sample's records and templates, or the program's own source. */
type Scene = "program" | "project" | "source";

/** What of the repository stands in a scene, as a copy that the page may change. */
const COPIED: { readonly [scene in Scene]: readonly string[] } = {
  program: [],
  project: ["content", "templates", "schemas"],
  source: [
    "content",
    "templates",
    "schemas",
    "src",
    "docs",
    "bin",
    "scripts",
    "package.json",
    "package-lock.json",
    "tests/faults",
  ],
};
const LINKED: { readonly [scene in Scene]: readonly string[] } = {
  program: [],
  project: ["node_modules", "scripts"],
  source: ["node_modules"],
};

/** A folder to try a page in, with the program on the PATH. */
function place(name: string, scene: Scene): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  const cwd = join(folder.path, name);
  const bin = join(folder.path, `${name}-bin`);
  mkdirSync(cwd);
  mkdirSync(bin);
  writeFileSync(join(bin, "trc"), `#!/bin/sh\nexec "${process.execPath}" "${root}/bin/trc.js" "$@"\n`);
  chmodSync(join(bin, "trc"), 0o755);
  for (const part of COPIED[scene]) cpSync(part, join(cwd, part), { recursive: true });
  for (const part of LINKED[scene]) symlinkSync(join(root, part), join(cwd, part));
  return { cwd, env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: "1" } };
}

function runBlock({ file, line, lines }: Block, { cwd, env }: ReturnType<typeof place>): void {
  if (lines.length === 0) return;
  try {
    execFileSync("bash", ["-euo", "pipefail", "-c", lines.join("\n")], { cwd, env, stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    throw new Error(`${file}:${line}\n${lines.join("\n")}\n${stdout}${stderr}`);
  }
}

describe.runIf(existsSync("/bin/bash"))("every command of", () => {
  it.each<[file: string, scene: Scene]>([
    // A clerk's year from page to page takes half a minute: the conformance set runs these two.
    ...runs<[string, Scene][]>(
      [],
      [
        ["docs/guide.ru.md", "program"],
        ["docs/archive.ru.md", "project"],
      ],
    ),
    ["docs/document-kinds.md", "project"],
    ["docs/new-rule.ru.md", "source"],
    ["README.md", "project"],
    ["README.ru.md", "project"],
  ])(
    "%s does what the page says",
    (file, scene) => {
      const where = place(file.replace(/\W/g, "-"), scene);
      const found = blocks(file);
      expect(found.length).toBeGreaterThan(0);
      for (const block of found) runBlock(block, where);
    },
    180_000,
  );
});

describe("the finding that a README quotes", () => {
  it.each(["README.md", "README.ru.md"])("of %s is what the program prints", async (file) => {
    const content = join(folder.path, `${file}-content`);
    cpSync("content", content, { recursive: true });
    const record = join(content, "orders/2026/11-od-2026.yaml");
    writeFileSync(record, readFileSync(record, "utf8").replace("due: 2026-02-13", "due: 2026-02-31"));
    const { code, stderr, stdout } = await trc("check", "--content", content);
    const quoted = /^```\n(ошибка [\s\S]*?)^```$/m.exec(readFileSync(file, "utf8"))?.[1];
    expect([code, (stdout + stderr).replaceAll(`${content}/`, "content/")]).toEqual([
      1,
      expect.stringContaining(String(quoted)),
    ]);
  });
});

describe("the pages", () => {
  it.each([
    "docs/guide.ru.md",
    "docs/desk.ru.md",
    "docs/archive.ru.md",
    "docs/document-kinds.md",
    "docs/new-rule.ru.md",
    "README.md",
    "README.ru.md",
  ])("%s names only files that are there", (file) => {
    const text = readFileSync(file, "utf8");
    const targets = [...text.matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^https?:/.test(target));
    for (const target of targets) expect([target, existsSync(join(file, "..", target))]).toEqual([target, true]);
  });
});
