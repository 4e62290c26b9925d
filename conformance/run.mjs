// The conformance set: sets of documents are made and checked by programs that know nothing of trc.
// Validators that need a word processor run beside the others, where the machine has more processors than one.
// Prints one line a verdict and exits 1 when any of them names a fault.
//   node conformance/run.mjs                  everything
//   node conformance/run.mjs verapdf agreement   only these validators (the names in validators.mjs)
//   --keep                                    leaves the folder of work and prints where it is
import { execFileSync, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./support/programs.mjs";
import { makeSets } from "./support/sets.mjs";
import { OF_SETS, QUEUES, VALIDATORS } from "./validators.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: "boolean" } } });
const unknown = positionals.filter((name) => !(name in VALIDATORS));
if (unknown.length > 0) throw new Error(`no such validator: ${unknown}; there are: ${Object.keys(VALIDATORS)}`);

const work = mkdtempSync(join(tmpdir(), "trc-conformance-"));
const figures = [];
const failures = [];
let passed = 0;

try {
  execFileSync("npm", ["run", "-s", "compile", "--", "--corpus"], { cwd: ROOT, stdio: "inherit" });
  const queues = QUEUES.map((names) => names.filter((name) => positionals.length === 0 || positionals.includes(name)));
  const made = queues.flat().some((name) => OF_SETS.has(name)) ? timed("documents made", makeSets(work)) : undefined;
  const beside = availableParallelism() > 1 ? queues.length : 1;
  await Promise.all(queues.slice(0, beside).map((_, lane) => runLane(queues.slice(lane), made)));
} finally {
  if (values.keep) console.log(`kept: ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
console.log("\nfigures:");
for (const figure of figures) console.log(`  ${figure}`);
// Whoever sees the end of this alone sees what failed.
for (const { title, faults } of failures)
  console.log([`FAILED ${title}`, ...faults.slice(0, 3).map((fault) => `       ! ${fault.slice(0, 400)}`)].join("\n"));
console.log(`conformance: ${passed} verdicts passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

function report({ title, faults, notes = [], figure }) {
  console.log(`${faults.length === 0 ? "ok    " : "FAILED"} ${title}`);
  for (const note of notes) console.log(`         ${note}`);
  for (const fault of faults) console.log(`       ! ${fault}`);
  if (figure) figures.push(figure);
  if (faults.length === 0) passed++;
  else failures.push({ title, faults });
}

async function timed(title, work) {
  const started = performance.now();
  await work;
  figures.push(`${title}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

/** A process that takes the next name of the first queue that has any, until all are empty; one validator at a time. */
async function runLane(queues, made) {
  const next = () => queues.find((queue) => queue.length > 0)?.shift();
  let name = next();
  if (name === undefined) return;
  const lane = fork(new URL("./support/lane.mjs", import.meta.url), [work], { cwd: ROOT });
  const ended = new Promise((resolve) => lane.on("exit", (code) => resolve({ code })));
  for (; name !== undefined; name = next()) {
    if (OF_SETS.has(name)) await made;
    const answer = new Promise((resolve) => lane.once("message", resolve));
    lane.send(name);
    const { verdicts, seconds, code } = await Promise.race([answer, ended]);
    if (verdicts === undefined) {
      report({ title: `${name}: the validator itself failed`, faults: [`its process ended (${code})`] });
      for (const rest of queues[0].splice(0)) report({ title: rest, faults: ["not run: its process ended"] });
      return;
    }
    figures.push(`${name}: ${seconds.toFixed(0)} s`);
    for (const verdict of verdicts) report(verdict);
  }
  lane.disconnect();
}
