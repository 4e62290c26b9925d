import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../src/release/bundle-format.ts";
import { type SmallCentre, smallCentre, verify } from "./support/release.ts";
import { temporaryFolder } from "./support/samples.ts";

/** How many random moments; the full count is asked for by the conformance set. */
const KILLS = Number(process.env["TRC_KILLS"] ?? 5);

const folder = temporaryFolder();
afterAll(folder.remove);
const place = join(folder.path, "release");
const out = join(place, "bundle.zip");
let centre: SmallCentre;
let second: string;
/** Digests of the two whole bundles. */
const whole = new Set<string>();

type Ended = { readonly signal: NodeJS.Signals | null; readonly lines: readonly { steps: number; errors: string[] }[] };

/** Runs the child, killed from outside after so many ms if given. */
function child(how: string, rounds: number, killAfterMs: number | null = null): Promise<Ended> {
  return new Promise((resolve) => {
    const parameters = [out, centre.templates, centre.content, second, how, String(rounds)];
    const process_ = spawn(process.execPath, ["tests/support/release-child.mjs", ...parameters]);
    let text = "";
    let waiting = false;
    process_.stdout.on("data", (chunk) => {
      text += String(chunk);
      // The first bundle is there: from now on any moment may be the last.
      if (killAfterMs === null || waiting) return;
      waiting = true;
      setTimeout(() => process_.kill("SIGKILL"), killAfterMs);
    });
    process_.on("close", (_code, signal) => {
      const lines = text.split("\n").filter((line) => line.startsWith("{") && line.endsWith("}"));
      resolve({ signal, lines: lines.map((line) => JSON.parse(line) as Ended["lines"][number]) });
    });
  });
}

beforeAll(async () => {
  centre = await smallCentre(join(folder.path, "centre"));
  second = join(folder.path, "second/content");
  mkdirSync(join(folder.path, "second"));
  cpSync(centre.content, second, { recursive: true });
  const settings = join(second, "settings.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("initialsStyle: tight", "initialsStyle: spaced"));
  for (const content of [centre.content, second]) {
    await releaseHere(content);
    whole.add(sha256(readFileSync(out)));
  }
  expect(whole.size).toBe(2);
  expect((await verify(out)).ok).toBe(true);
}, 120_000);

async function releaseHere(content: string): Promise<void> {
  const { release } = await import("../src/release/index.ts");
  const { bundle, diagnostics } = await release({
    content: [content],
    templates: centre.templates,
    out,
    draft: true,
    signer: null,
    signDocuments: false,
    today: "2025-09-05",
  });
  if (bundle === null) throw new Error(JSON.stringify(diagnostics));
}

/** The bundle is one of the two, to the last byte. */
function expectWhole(): void {
  expect(whole).toContain(sha256(readFileSync(out)));
}

describe("a release that is cut", () => {
  it("at every step of writing leaves a whole bundle, and the next run goes on and tidies up", async () => {
    let killed = (await child("half", 1)).signal === "SIGKILL" ? 1 : 0;
    expectWhole();
    // What a cut run left behind changes the steps of the next one, so their number is found by walking.
    for (let step = 1; (await child(`after:${step}`, 1)).signal === "SIGKILL"; step++) {
      expectWhole();
      killed++;
    }
    expect(killed).toBeGreaterThan(6);
    expect((await child("never", 1)).lines[0]?.errors).toEqual([]);
    expectWhole();
    expect(readdirSync(place)).toEqual(["bundle.zip"]);
    console.log(`killed at ${killed} steps of writing: whole each time`);
  }, 600_000);

  it(`at ${KILLS} random moments leaves a whole bundle`, async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      await child("never", 1000, Math.floor(Math.random() * 600));
      expectWhole();
    }
    expect((await child("never", 1)).lines[0]?.errors).toEqual([]);
    expect(readdirSync(place)).toEqual(["bundle.zip"]);
    console.log(`killed at ${KILLS} random moments: whole each time`);
  }, 1_800_000);

  it("by a full disk says so and leaves the earlier bundle", async () => {
    const before = readFileSync(out);
    expect((await child("full", 1)).lines[0]?.errors).toEqual(["TRC7015"]);
    expect(readFileSync(out).equals(before)).toBe(true);
    expect(readdirSync(place)).toEqual(["bundle.zip"]);
  });

  it("while another writes the same file is refused to the second", async () => {
    const lock = join(place, ".bundle.zip.trc-lock");
    writeFileSync(lock, String(process.pid));
    expect((await child("never", 1)).lines[0]?.errors).toEqual(["TRC7016"]);
    rmSync(lock);
    expect(existsSync(out)).toBe(true);
  });
});
