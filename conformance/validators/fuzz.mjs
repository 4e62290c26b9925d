import { join } from "node:path";
import { ROOT, run } from "../support/programs.mjs";

/** Two minutes of damaged inputs through the public doors; the seed changes from day to day and is printed. */
export async function validateFuzz({ work }) {
  const { stdout, stderr } = run("node", ["scripts/fuzz.mjs", "--minutes", "2", "--keep", join(work, "fuzz")], {
    cwd: ROOT,
  });
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
