import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeBase } from "../../scripts/fuzz/base.mjs";
import { tryInput } from "../../scripts/fuzz/doors.mjs";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

type Kept = { readonly why: string; readonly file: string | null; readonly argv: readonly string[] };

const folder = temporaryFolder();
afterAll(folder.remove);
const run = (argv: readonly string[]): ReturnType<typeof trc> => trc(...argv);
const kept = readdirSync("tests/fuzz/corpus")
  .sort()
  .map((name): [string, Kept] => [name, JSON.parse(readFileSync(`tests/fuzz/corpus/${name}`, "utf8"))]);
const whole = kept.some(([, { file, argv }]) => /\.(zip|sig|pem)|^cache\//.test([file, ...argv].join(" ")));

// What the fuzzer (scripts/fuzz.mjs) has found, and what has stopped the program before there was one.
describe("inputs that once stopped the program", () => {
  beforeAll(() => makeBase(folder.path, run, whole));

  it.each(kept)("%s", async (_name, input) => {
    const { code, stderr } = await tryInput(folder.path, input, run);
    expect([0, 1, 2], stderr).toContain(code);
  });
});
