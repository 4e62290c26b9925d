import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type Deed, KilledCentre } from "../support/killed-centre.ts";
import { addUp } from "../support/killed-run.ts";
import { randoms } from "../support/randoms.ts";
import { runs } from "../support/runs.ts";
import { temporaryFolder } from "../support/samples.ts";

/** How many random moments. With those of the release (release-kill.test.ts) the many are 300. */
const KILLS = runs(8, 150);
/** How many clerks work side by side, each in a centre of its own. */
const LANES = KILLS > 50 ? 2 : 1;
/** Most of the moments are after the writing has begun: it is a small part of the whole. */
const WRITING = 0.8;

const folder = temporaryFolder();
afterAll(folder.remove);

/** So many more where none of them came in the middle of writing. */
const MISSES = 12;

type Seen = { issue: number; archive: number; annul: number; midWrite: number; finished: number; sound: number };

/** Kills one command after another and looks at what is left each time; when all is done, checks the whole and begins anew. */
async function killMany(root: string, kills: number, seed: number): Promise<Seen> {
  const centre = new KilledCentre(root);
  const random = randoms(seed);
  const seen: Seen = { issue: 0, archive: 0, annul: 0, midWrite: 0, finished: 0, sound: 0 };
  // How long they last, and of that the writing, hangs on what else the machine does: the span of the moments follows it.
  const spans: { [deed in Deed]: { start: number; writing: number } } = {
    issue: { start: 1500, writing: 10 },
    archive: { start: 1500, writing: 80 },
    annul: { start: 1000, writing: 10 },
  };
  let inARow = 0;
  // On a busy machine the first few may all miss the writing.
  const enough = (): boolean => {
    const made = seen.issue + seen.archive + seen.annul;
    return made >= kills && (seen.midWrite > 0 || made >= kills + MISSES);
  };
  while (!enough()) {
    const deed = centre.deed;
    if (deed === null) {
      centre.expectSound();
      seen.sound++;
      centre.begin();
      continue;
    }
    const from = random.next().value < WRITING ? "writing" : "start";
    const span = spans[deed];
    // Killed three times, a deed may go on to its end, so that both come to their share.
    const moment = inARow < 3 ? ({ from, ms: random.next().value * span[from] } as const) : null;
    const { killed, code, stderr, midWrite, ms } = await centre.run(moment);
    inARow = killed ? inARow + 1 : 0;
    if (!killed) {
      // It was done before its moment came, or a killed one before it had done all but say so: TRC8111, TRC8301, TRC8124.
      expect([code, stderr]).toEqual(code === 0 ? [0, ""] : [1, expect.stringMatching(/TRC8(111|301|124)/)]);
      seen.finished++;
      if (moment !== null) span[from] *= 0.8;
      if (from === "start") span.start = ms;
      continue;
    }
    seen[deed]++;
    if (midWrite) seen.midWrite++;
    if (from === "writing") span.writing *= midWrite ? 1.1 : 0.8;
  }
  // What is left goes on, and nobody kills it: all is issued, archived and annulled, and nothing is left lying about.
  centre.makeOld();
  while (centre.deed !== null) {
    const { code, stderr } = await centre.run(null);
    expect([code, stderr]).toEqual(code === 0 ? [0, ""] : [1, expect.stringMatching(/TRC8(111|301|124)/)]);
  }
  centre.expectSound();
  centre.expectTidy();
  seen.sound++;
  return seen;
}

it(`issuing, archiving and annulling killed at ${KILLS} random moments lose nothing and leave nothing half done`, async () => {
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    killMany(join(folder.path, `lane-${lane}`), Math.ceil(KILLS / LANES), 20_251_124 + lane),
  );
  const seen = addUp(await Promise.all(lanes));
  console.log(
    `killed: ${seen.issue} issues, ${seen.archive} accessions and ${seen.annul} annulments, ${seen.midWrite} of them in the middle of writing; ` +
      `done before their moment: ${seen.finished}; centres found sound at the end: ${seen.sound}`,
  );
  expect(seen.midWrite).toBeGreaterThanOrEqual(runs(1, KILLS * 0.25));
}, 1_800_000);
