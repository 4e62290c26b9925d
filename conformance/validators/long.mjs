import { LONG_RUNS, ROOT, run } from "../support/programs.mjs";

/** Damages and properties over all their cases and many runs. */
export async function validateLong() {
  const files = LONG_RUNS.long;
  const { status, stdout, stderr } = run("npx", ["vitest", "run", ...files], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: "1", TRC_RUNS: "many" },
  });
  const figures = stdout.match(/^(damages of .*|tamper: .*)$/gm) ?? [];
  const missing = figures.length < 3 ? ["the figures are missing"] : [];
  return [
    {
      title: `damages, tampering and properties of ${files.length} test files, many runs each`,
      faults: [...(status === 0 ? [] : [`${stdout}\n${stderr}`.slice(-3000)]), ...missing],
      figure: figures.join("; "),
    },
  ];
}
