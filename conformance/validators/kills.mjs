import { LONG_RUNS, ROOT, run } from "../support/programs.mjs";

/** How often issuing, archiving and annulling are killed at a random moment where there are many runs (tests/office/kill.test.ts); with those of the release (release.mjs) these are 300. */
const KILLS = 150;

/** The real commands `trc issue`, `trc archive add` and `trc annul` are killed from outside; tests/office/kill.test.ts looks at what is left after each. */
export async function validateKills() {
  const { status, stdout, stderr } = run("npx", ["vitest", "run", ...LONG_RUNS.kills, "--maxWorkers=1"], {
    cwd: ROOT,
    env: { ...process.env, TRC_RUNS: "many" },
  });
  const figure = /killed: .*/.exec(stdout)?.[0];
  return [
    {
      title: `issue, archive and annul: killed at ${KILLS} random moments, nothing lost, nothing half there`,
      faults: status === 0 ? [] : [`${stdout}\n${stderr}`.slice(-1500)],
      figure,
    },
  ];
}
