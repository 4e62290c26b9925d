// The conformance set: sets of documents are made and checked by programs that know nothing of trc.
// Prints one line a verdict and exits 1 when any of them names a fault.
//   node conformance/run.mjs                  everything
//   node conformance/run.mjs verapdf agreement   only these validators (the names in validators.mjs)
//   --keep                                    leaves the folder of work and prints where it is
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./support/programs.mjs";
import { makeSets } from "./support/sets.mjs";
import { VALIDATORS } from "./validators.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: "boolean" } } });
const unknown = positionals.filter((name) => !(name in VALIDATORS));
if (unknown.length > 0) throw new Error(`no such validator: ${unknown}; there are: ${Object.keys(VALIDATORS)}`);

const work = mkdtempSync(join(tmpdir(), "trc-conformance-"));
const figures = [];
let passed = 0;
let failed = 0;

try {
  execFileSync("npm", ["run", "-s", "compile", "--", "--corpus"], { cwd: ROOT, stdio: "inherit" });
  const context = { root: ROOT, work, sets: timed("documents made", () => makeSets(work)) };
  for (const [name, validator] of Object.entries(VALIDATORS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const verdicts = await timedAsync(name, async () => {
      try {
        return await validator(context);
      } catch (error) {
        return [{ title: `${name}: the validator itself failed`, faults: [error.stack] }];
      }
    });
    for (const verdict of verdicts) report(verdict);
  }
} finally {
  if (values.keep) console.log(`kept: ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
console.log("\nfigures:");
for (const figure of figures) console.log(`  ${figure}`);
console.log(`conformance: ${passed} verdicts passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function report({ title, faults, notes = [], figure }) {
  console.log(`${faults.length === 0 ? "ok    " : "FAILED"} ${title}`);
  for (const note of notes) console.log(`         ${note}`);
  for (const fault of faults) console.log(`       ! ${fault}`);
  if (figure) figures.push(figure);
  if (faults.length === 0) passed++;
  else failed++;
}

function timed(name, work) {
  const started = performance.now();
  const value = work();
  figures.push(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return value;
}

async function timedAsync(name, work) {
  const started = performance.now();
  const value = await work();
  figures.push(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return value;
}
