import { afterAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const NAMES = COMMANDS.flatMap(({ name, commands }) => [[name], ...(commands ?? []).map((one) => [name, one.name])]);
const CYRILLIC = /[А-Яа-яЁё]/;

describe("trc --lang en", () => {
  it.each([[], ...NAMES])("has no Russian word in the help of %s %s", async (...names) => {
    const { code, stdout } = await trc(...names.filter((name) => name !== undefined), "--help", "--lang", "en");
    expect(code).toBe(0);
    expect(stdout).toContain("Usage: trc");
    expect(stdout).not.toMatch(CYRILLIC);
  });

  it.each([
    ["no-such-command"],
    ["build", "--no-such-option"],
    ["build", "--format", "txt"],
    ["status", "--days", "x"],
    ["export"],
    ["completion"],
    ["archive", "list", "--archive", `${folder.path}/nothing`],
    ["verify", `${folder.path}/nothing.zip`],
    ["verify", `${folder.path}/nothing.zip`, "--trust", "package.json"],
    ["verify", `${folder.path}/nothing.zip`, "--crl", `${folder.path}/nothing.crl`],
    ["verify", `${folder.path}/nothing.zip`, "--expect-digest", "abc"],
    ["new", "no-such-type"],
    ["sign-off", "--role", "nobody"],
    ["doctor"],
    ["check", "--no-cache"],
  ])("says %s %s in English", async (...argv) => {
    const { stdout, stderr } = await trc(...argv, "--lang", "en");
    expect(stdout + stderr).not.toBe("");
    // Data stays as it is: titles of documents and names stand in quotation marks or in the lists of kinds.
    expect(`${stdout}${stderr}`.replace(/«[^»]*»/g, "")).not.toMatch(CYRILLIC);
  });
});
