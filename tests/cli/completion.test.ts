import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
beforeAll(() => {
  writeFileSync(`${folder.path}/trc`, `#!/bin/sh\nexec node ${process.cwd()}/bin/trc.js "$@"\n`);
  chmodSync(`${folder.path}/trc`, 0o755);
});

const words = async (...line: string[]): Promise<string[]> =>
  (await trc("completion", "--words", "--", ...line)).stdout.split("\n").filter((word) => word !== "");

describe("the words that may come next", () => {
  it("are the commands of the program, every one", async () => {
    const help = (await trc("--help")).stdout;
    const commands = [...help.matchAll(/^ {2}([a-z][a-z-]+)(?= )/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== "help");
    expect(await words("")).toEqual(expect.arrayContaining(commands));
    expect(await words("bu")).toEqual(["build"]);
  });

  it("are kinds, records and documents after --only, also behind a comma", async () => {
    expect(await words("build", "--only", "91")).toEqual(["91-od-2025"]);
    expect(await words("build", "--only", "work-plan,order-general.91")).toEqual([
      "work-plan,order-general.91-od-2025",
    ]);
    expect(await words("check", "--only", "work-")).toEqual(["work-plan", "work-plan.2025-2026"]);
  });

  it("are the types of trc new, the records of --of and --like, the plans of --plan, the values of --reporter", async () => {
    expect(await words("new", "agre")).toEqual(["agreement-base", "agreement-committee", "agreement-free-use"]);
    expect(await words("new", "acq")).toEqual([]);
    expect(await words("new", "order-amendment", "--of", "88")).toEqual(["88-od-2025"]);
    expect(await words("new", "person", "--like", "sedyh")).toEqual(["sedyh-ln"]);
    expect(await words("export", "--plan", "")).toEqual(["2025-2026"]);
    expect(await words("check", "--reporter", "js")).toEqual(["json"]);
    expect(await words("build", "--format", "p")).toEqual(["pdf"]);
    expect(await words("watch", "--format", "docx,")).toEqual(["docx,docx", "docx,pdf"]);
  });

  it("are the options of the command, and files where a file is wanted", async () => {
    expect(await words("status", "--da")).toEqual(["--date", "--days"]);
    expect(await words("import", "")).toEqual([":files"]);
    expect(await words("export", "--xlsx", "")).toEqual([":files"]);
  });

  it("are looked for in the content folder that the line names, and none is no fault", async () => {
    expect(await words("build", "--content", "tests/fixtures/second-centre", "--only", "order-55")).toEqual([
      "order-55-o",
    ]);
    expect(await words("build", "--content", "nowhere", "--only", "x")).toEqual([]);
  });
});

describe("the scripts", () => {
  it.each(["bash", "zsh", "fish", "powershell"])("one for %s asks the program", async (shell) => {
    const { code, stdout } = await trc("completion", shell);
    expect([code, stdout]).toEqual([0, expect.stringContaining("completion --words --")]);
  });

  it("names the shells when none is given", async () => {
    expect((await trc("completion")).code).toBe(2);
    expect((await trc("completion", "tcsh")).stderr).toContain("bash, fish, powershell, zsh");
  });

  it.runIf(existsSync("/bin/bash"))("works in a real bash", () => {
    const line = (typed: string): string[] => {
      const script = `PATH="${folder.path}:$PATH"; source <(trc completion bash); COMP_WORDS=(${typed}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _trc; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync("/bin/bash", ["-c", script], { encoding: "utf8" }).trim().split("\n");
    };
    expect(line("trc build --only 91")).toEqual(["91-od-2025"]);
    expect(line("trc sta")).toEqual(["status"]);
    expect(line("trc import README.")).toEqual(["README.md", "README.ru.md"]);
  });
});
