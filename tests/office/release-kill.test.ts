import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/base/text/index.ts";
import { identity } from "../support/certificates.ts";
import { addUp, type KilledRun, killedRun, type Moment, makeLocksOld } from "../support/killed-run.ts";
import { randoms } from "../support/randoms.ts";
import { type SmallCentre, smallCentre, verify } from "../support/release.ts";
import { LONG, runs } from "../support/runs.ts";
import { temporaryFolder } from "../support/samples.ts";

/** How many random moments. */
const KILLS = runs(3, 150);
/** How many releases run side by side, each into a folder of its own. */
const LANES = KILLS > 50 ? 2 : 1;
/** Most of the moments are after the writing has begun: it is a small part of the whole. */
const WRITING = 0.85;

/** So many more where none of them came while it wrote. */
const MISSES = 12;

/** What the two files of the walk over the steps consist of. */
const FILLS = ["a", "b"] as const;

const folder = temporaryFolder();
afterAll(folder.remove);
let centre: SmallCentre;
/** Records of the two bundles that are released by turns. */
let contents: readonly string[];
/** Digests of the two whole bundles. */
const whole = new Set<string>();
let keys: readonly string[];
/** Of one release on this machine, in ms: all of it, and while it holds the folder. */
let lasts = { all: 0, holding: 0 };

/** The command a clerk types, killed from outside at a moment if one is given; `holdingMs` is how long it held the folder. */
async function command(
  place: string,
  round: number,
  moment: Moment | null,
  broken: string | null = null,
): Promise<KilledRun & { readonly holdingMs: number }> {
  const content = contents[round % 2] ?? "";
  const parameters = ["--content", content, "--templates", centre.templates, "--out", join(place, "bundle.zip")];
  const held = { from: 0, to: 0 };
  const writes = (_file: string, pid: number): boolean => {
    const holds = holderOf(place) === pid;
    if (held.from === 0 && holds) held.from = performance.now();
    if (held.from > 0 && !holds && held.to === 0) held.to = performance.now();
    return holds;
  };
  const run = await killedRun(["release", "--draft", ...parameters, ...keys], {
    moment,
    watched: place,
    writes,
    node: broken === null ? [] : ["--import", resolve("tests/support/break-at-step.mjs")],
    env: { ...process.env, TRC_BREAK: `${place}:${broken}` },
  });
  return { ...run, holdingMs: held.to - held.from };
}

/** The process whose lock lies in the folder. */
function holderOf(place: string): number | null {
  try {
    return (JSON.parse(readFileSync(join(place, ".trc-lock"), "utf8")) as { pid: number }).pid;
  } catch {
    return null;
  }
}

function newPlace(name: string): string {
  const place = join(folder.path, name);
  mkdirSync(place, { recursive: true });
  return place;
}

/** The bundle is one of the two, to the last byte. */
function expectWhole(place: string): void {
  expect(whole).toContain(sha256(readFileSync(join(place, "bundle.zip"))));
}

/** What a killed run left is gone after the next one; only a name that another process might be using right now may wait until it is old. */
async function expectTidy(place: string): Promise<void> {
  makeLocksOld(place);
  const { code, stderr } = await command(place, 0, null);
  expect([code, stderr]).toEqual([0, ""]);
  expectWhole(place);
  expect(readdirSync(place)).toEqual(["bundle.zip"]);
}

beforeAll(async () => {
  centre = await smallCentre(join(folder.path, "centre"));
  const second = join(folder.path, "second/content");
  cpSync(centre.content, second, { recursive: true });
  const settings = join(second, "settings.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("initialsStyle: tight", "initialsStyle: spaced"));
  contents = [centre.content, second];
  // RSA signatures of equal bytes are equal, so that whole bundles are known by their digests.
  const { keyPem, certPem } = await identity("Руководитель", { from: "2020-01-01", to: "2049-12-31" });
  const [key, cert] = [join(folder.path, "head.key"), join(folder.path, "head.crt")];
  writeFileSync(key, keyPem);
  writeFileSync(cert, certPem);
  keys = ["--key", key, "--cert", cert];
  const place = newPlace("release");
  for (const round of [0, 1]) {
    const { code, stderr, ms, holdingMs } = await command(place, round, null);
    expect([code, stderr]).toEqual([0, ""]);
    whole.add(sha256(readFileSync(join(place, "bundle.zip"))));
    lasts = { all: ms, holding: holdingMs };
  }
  expect(whole.size).toBe(2);
  expect(lasts.holding).toBeGreaterThan(0);
  expect((await verify(join(place, "bundle.zip"))).ok).toBe(true);
  for (let lane = 0; lane < LANES; lane++)
    cpSync(join(place, "bundle.zip"), join(newPlace(`lane-${lane}`), "bundle.zip"));
});

type Seen = { killed: number; holding: number; halfWritten: number; finished: number };

/** Kills releases into one folder, one after another, and looks at what is left each time. */
async function killMany(place: string, kills: number, seed: number): Promise<Seen> {
  const random = randoms(seed);
  const seen: Seen = { killed: 0, holding: 0, halfWritten: 0, finished: 0 };
  // How long the writing takes hangs on what else the machine does: the span of the moments follows it.
  let span = lasts.holding;
  // On a busy machine the first few may all miss the writing.
  for (let kill = 0; kill < kills || (seen.holding === 0 && kill < kills + MISSES); kill++) {
    const from = random.next().value < WRITING ? "writing" : "start";
    const ms = random.next().value * (from === "writing" ? span : lasts.all);
    const { killed, code, stderr, pid } = await command(place, kill, { from, ms });
    expectWhole(place);
    if (from === "writing") span *= holderOf(place) === pid ? 1.1 : 0.8;
    if (!killed) {
      // It was done before its moment came: then it was done well, whatever the killed ones left.
      expect([code, stderr]).toEqual([0, ""]);
      seen.finished++;
      continue;
    }
    seen.killed++;
    if (holderOf(place) === pid) seen.holding++;
    if (readdirSync(place).some((name) => name.startsWith(".trc-part-"))) seen.halfWritten++;
  }
  await expectTidy(place);
  return seen;
}

describe("a release that is cut", () => {
  it("at every step of writing leaves a whole file, and the next run goes on and tidies up", async () => {
    const place = newPlace("steps");
    const worker = join(folder.path, "worker.mjs");
    await build({
      entryPoints: ["tests/support/write-bundle-worker.ts"],
      outfile: worker,
      bundle: true,
      format: "esm",
      platform: "node",
      logLevel: "silent",
    });
    const write = (round: number, broken: string): SpawnSyncReturns<Buffer> =>
      spawnSync(
        process.execPath,
        [
          "--import",
          resolve("tests/support/break-at-step.mjs"),
          worker,
          join(place, "bundle.zip"),
          FILLS[round % 2] ?? "",
        ],
        { env: { ...process.env, TRC_BREAK: `${place}:${broken}` } },
      );
    const expectOneOfTwo = (): void =>
      expect(FILLS.map((fill) => sha256(Buffer.alloc(100_000, fill)))).toContain(
        sha256(readFileSync(join(place, "bundle.zip"))),
      );
    expect(write(0, "never").status).toBe(0);
    let killed = write(1, "half").signal === "SIGKILL" ? 1 : 0;
    expectOneOfTwo();
    // What a cut run left behind changes the steps of the next one, so their number is found by walking.
    for (let step = 1; write(step, `after:${step}`).signal === "SIGKILL"; step++) {
      expectOneOfTwo();
      killed++;
    }
    expect(killed).toBeGreaterThan(12);
    makeLocksOld(place);
    expect(write(0, "never").status).toBe(0);
    expect(readdirSync(place)).toEqual(["bundle.zip"]);
    console.log(`killed at ${killed} steps of writing: whole each time`);
  });

  it(`at ${KILLS} random moments leaves a whole bundle`, async () => {
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      killMany(join(folder.path, `lane-${lane}`), Math.ceil(KILLS / LANES), 20_250_905 + lane),
    );
    const seen = addUp(await Promise.all(lanes));
    console.log(
      `releases killed: ${seen.killed} (${seen.holding} while they wrote, ${seen.halfWritten} with a file half there), ` +
        `done before their moment: ${seen.finished}; whole each time`,
    );
    expect(seen.holding).toBeGreaterThanOrEqual(runs(1, KILLS * 0.4 - 2));
  }, 1_800_000);

  it("by a full disk says so and leaves the earlier bundle", async () => {
    const place = join(folder.path, "release");
    const before = readFileSync(join(place, "bundle.zip"));
    const { code, stderr } = await command(place, 0, null, "full");
    expect([code, stderr]).toEqual([1, expect.stringContaining("TRC7015")]);
    expect(readFileSync(join(place, "bundle.zip")).equals(before)).toBe(true);
    expect(readdirSync(place)).toEqual(["bundle.zip"]);
  });

  // The second waits ten seconds for the first.
  it.runIf(LONG)("while another writes into the folder is refused to the second", async () => {
    const place = join(folder.path, "release");
    const { withLock } = await import("../../src/base/storage/index.ts");
    const { code, stderr } = await withLock(place, () => command(place, 0, null));
    expect([code, stderr]).toEqual([1, expect.stringContaining("TRC7016")]);
    expect(readdirSync(place)).toEqual(["bundle.zip"]);
  });
});
