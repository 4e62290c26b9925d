import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "./support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const root = resolve(".");

/** Installing and testing the program itself: CI does it as its own steps, from a clean clone. */
const BY_CI = /^(npm ci( && npm (run build|test))?( +#.*)?|npm run (compile|build|goldens|check)|npm link)$/;

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

/** A folder to try a page in: the program on the PATH, and the sample's records and templates when the page speaks of the project. */
function place(name: string, project: boolean): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  const cwd = join(folder.path, name);
  const bin = join(folder.path, `${name}-bin`);
  mkdirSync(cwd);
  mkdirSync(bin);
  writeFileSync(join(bin, "trc"), `#!/bin/sh\nexec "${process.execPath}" "${root}/bin/trc.js" "$@"\n`);
  chmodSync(join(bin, "trc"), 0o755);
  if (project) {
    for (const part of ["content", "templates", "src/schemas"]) cpSync(part, join(cwd, part), { recursive: true });
    for (const part of ["node_modules", "scripts"]) symlinkSync(join(root, part), join(cwd, part));
  }
  return { cwd, env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}`, NO_COLOR: "1" } };
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
  it.each([
    ["docs/guide.ru.md", false],
    ["docs/document-kinds.md", true],
    ["README.md", true],
    ["README.ru.md", true],
  ])(
    "%s does what the page says",
    (file, project) => {
      const where = place(file.replace(/\W/g, "-"), project);
      const found = blocks(file);
      expect(found.length).toBeGreaterThan(0);
      for (const block of found) runBlock(block, where);
    },
    180_000,
  );
});

describe("the pages", () => {
  it.each(["docs/guide.ru.md", "docs/document-kinds.md", "README.md", "README.ru.md"])(
    "%s names only files that are there",
    (file) => {
      const text = readFileSync(file, "utf8");
      const targets = [...text.matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)]
        .map(([, target = ""]) => target)
        .filter((target) => !/^https?:/.test(target));
      for (const target of targets) expect([target, existsSync(join(file, "..", target))]).toEqual([target, true]);
    },
  );
});
