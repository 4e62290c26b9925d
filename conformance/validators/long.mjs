import { ROOT, run } from "../support/programs.mjs";

/** Tests whose everyday run is a short twin (tests/support/runs.ts); those that kill have validators of their own (kills.mjs, release.mjs). */
const FILES = [
  "tests/project/incremental.test.ts",
  "tests/project/public-injection-sample.test.ts",
  "tests/project/public-injection-second.test.ts",
  "tests/office/release-damage.test.ts",
  "tests/office/tamper.test.ts",
  "tests/unit/paperwork/rules/correct-text.test.ts",
  "tests/unit/paperwork/rules/totality.test.ts",
  "tests/cli/ci-recipes.test.ts",
  "tests/cli/docs.test.ts",
  "tests/set/hard-names.test.ts",
];

/** Damages and properties over all their cases and many runs. */
export async function validateLong() {
  const { status, stdout, stderr } = run("npx", ["vitest", "run", ...FILES], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: "1", TRC_RUNS: "many" },
  });
  const figures = stdout.match(/^(damages of .*|tamper: .*)$/gm) ?? [];
  const missing = figures.length < 3 ? ["the figures are missing"] : [];
  return [
    {
      title: `damages, tampering and properties of ${FILES.length} test files, many runs each`,
      faults: [...(status === 0 ? [] : [`${stdout}\n${stderr}`.slice(-3000)]), ...missing],
      figure: figures.join("; "),
    },
  ];
}
