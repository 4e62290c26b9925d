import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "../support/programs.mjs";

/**
 * Two minutes of damaged inputs through the public doors. Every change of the program brings other inputs (its main file names the
 * digests of the rest); the same program has the same, so that a verdict can be had again.
 */
export async function validateFuzz({ work }) {
  const program = readFileSync(join(ROOT, "dist/main.js"));
  const seed = String(createHash("sha256").update(program).digest().readUInt32BE());
  const options = ["--minutes", "2", "--seed", seed, "--keep", join(work, "fuzz")];
  const { stdout, stderr } = run("node", ["scripts/fuzz.mjs", ...options], { cwd: ROOT });
  const [figure] = stdout.match(/^fuzz: \d+ inputs.*$/m) ?? [];
  const faults = stdout.match(/^FOUND .*$/gm) ?? [];
  return [
    {
      title: "damaged records, templates, bundles, signatures and tables end in a finding, soon and in little memory",
      faults: figure === undefined ? [`${stdout}\n${stderr}`.slice(-2000)] : faults,
      figure,
    },
  ];
}
