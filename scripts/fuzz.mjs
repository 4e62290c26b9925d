// Damages records, templates, profiles, bundles, signatures and spreadsheets, and sends them through the public doors:
//   npm run fuzz -- --minutes 15              with a seed that it prints
//   npm run fuzz -- --minutes 2 --seed 42     the same inputs again
//   npm run fuzz -- --input tests/fuzz/corpus/x.json    one kept input
// No input may end in a fault of the program, take more than a second over what the sound one takes, or more than 512 MB.
// What breaks that is written to --keep (a folder; its files go to tests/fuzz/corpus once they are mended); exit 1.
import { fork } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { makeBase } from "./fuzz/base.mjs";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "2" },
    seed: { type: "string" },
    input: { type: "string" },
    keep: { type: "string", default: join(tmpdir(), "trc-fuzz") },
  },
});
const MOST_MEMORY = 512 * 2 ** 20;
/** Above the same command over the sound file, made anew. */
const MOST_SECONDS = 1;
const TURNS = 3;
/** After this a process that answers nothing is ended. */
const PATIENCE = 60_000;
/** A process keeps what it has parsed: a new one now and then shows what a first run costs. */
const INPUTS_OF_A_PROCESS = 150;

const seed = Number(values.seed ?? Date.now() % 1_000_000_007);
const folder = mkdtempSync(join(tmpdir(), "trc-fuzz-base-"));
const sound = `${folder}-sound`;
const found = new Map();
const doors = new Map();
const exits = new Map();
let worker = null;
let tried = 0;
try {
  const { run } = await import("../dist/main.js");
  await makeBase(folder, async (argv) => {
    let said = "";
    const stream = () =>
      new Writable({
        write(chunk, _encoding, done) {
          said += chunk;
          done();
        },
      });
    return { code: await run(argv, { stdout: stream(), stderr: stream() }), stdout: said, stderr: "" };
  });
  cpSync(folder, sound, { recursive: true });
  console.log(`fuzz: seed ${seed}`);
  if (values.input !== undefined) await attempt({ input: JSON.parse(readFileSync(values.input, "utf8")) });
  else {
    const end = Date.now() + Number(values.minutes) * 60_000;
    while (Date.now() < end) await attempt({ seed, number: tried });
  }
} finally {
  worker?.process.kill();
  for (const path of [folder, sound]) rmSync(path, { recursive: true, force: true });
}
console.log(
  `fuzz: ${tried} inputs (${[...doors].map(([door, count]) => `${door} ${count}`).join(", ")}), seed ${seed}`,
);
console.log(`fuzz: exit codes ${[...exits].map(([code, count]) => `${code}: ${count}`).join(", ")}`);
for (const [fault, { count, file }] of found) console.log(`FOUND ${count} × ${fault}\n      ${file}`);
console.log(`fuzz: ${found.size} kinds of fault found`);
process.exitCode = found.size > 0 ? 1 : 0;

/** One input; what is wrong with its end is kept, the first of each kind. */
async function attempt(order) {
  if (worker === null || worker.inputs >= INPUTS_OF_A_PROCESS) await renew();
  worker.inputs++;
  tried++;
  const { input, ended } = await measured(order);
  doors.set(input?.door, (doors.get(input?.door) ?? 0) + 1);
  exits.set(ended.code, (exits.get(ended.code) ?? 0) + 1);
  const fault = faultOf(ended, input);
  if (fault === null) return;
  const known = found.get(fault);
  if (known !== undefined) known.count++;
  else {
    mkdirSync(values.keep, { recursive: true });
    const file = join(values.keep, `${seed}-${tried - 1}.json`);
    writeFileSync(file, `${JSON.stringify({ why: fault, ...input }, null, 1)}\n`);
    writeFileSync(`${file}.said`, ended.said ?? "");
    found.set(fault, { count: 1, file });
    console.log(`  ${tried - 1}: ${fault} (${ended.seconds?.toFixed(1)} s)`);
  }
  if (ended.code === null) worker = null;
}

function faultOf({ code, said, grown, slow }, input) {
  if (code === null) return `${input?.door}: ${said}`;
  if (![0, 1, 2].includes(code))
    return `${input?.door}: exit ${code}: ${said.match(/^.*(?:Error|error).*$/m)?.[0] ?? said.slice(-200)} ${
      said
        .match(/^\s+at .*$/m)?.[0]
        .trim()
        .replace(/\(.*\//, "(") ?? ""
    }`;
  if (slow) return `${input?.door}: ${input?.argv[0]}: more than a second over the sound input`;
  if (grown > MOST_MEMORY) return `${input?.door}: ${input?.argv[0]}: more than 512 MB`;
  return null;
}

async function renew() {
  worker?.process.kill();
  // A process that was ended has not put back what it had damaged.
  rmSync(folder, { recursive: true, force: true });
  cpSync(sound, folder, { recursive: true });
  const child = fork(new URL("./fuzz/worker.mjs", import.meta.url), [folder], {
    execArgv: ["--max-old-space-size=900"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (part) => {
    stderr = (stderr + part).slice(-4000);
  });
  const answer = (order) =>
    new Promise((resolve) => {
      let input = order.input;
      const finish = (ended) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve({ input, ended });
      };
      const timer = setTimeout(() => {
        child.kill("SIGKILL");
        finish({ code: null, said: "no end within a minute" });
      }, PATIENCE);
      child.on("message", (message) => {
        if (message.began !== undefined) input = message.began;
        if (message.ended !== undefined || message.ready) finish(message.ended ?? { code: 0 });
      });
      child.on("exit", (code, signal) =>
        finish({ code: null, said: `the process ended (${signal ?? code}): ${stderr.slice(-300)}` }),
      );
      if (order.input !== undefined || order.seed !== undefined) child.send(order);
    });
  worker = { process: child, answer, inputs: 0 };
  await answer({});
}

/**
 * A slow input is tried again, when everything is loaded and compiled, beside the sound file in its place: the fastest of three
 * turns each, for a release of the whole set varies by more than a second by itself.
 */
async function measured(order) {
  const first = await worker.answer(order);
  if (first.ended.code === null || first.ended.seconds < MOST_SECONDS) return first;
  const argv = first.input.argv
    .map((word) => word.replace("--cache-dir", "--no-cache"))
    .filter((word) => word !== "{}/cache");
  let fastest = Number.POSITIVE_INFINITY;
  let undamagedFastest = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TURNS; turn++) {
    const again = await worker.answer({ input: first.input });
    if (again.ended.code === null) return again;
    fastest = Math.min(fastest, again.ended.seconds);
    if (fastest < MOST_SECONDS) return again;
    // Words that stand in the command line itself have no sound file.
    const undamaged =
      first.input.file === null
        ? 0
        : (await worker.answer({ input: { ...first.input, file: null, argv } })).ended.seconds;
    undamagedFastest = Math.min(undamagedFastest, undamaged);
    if (fastest <= undamagedFastest + MOST_SECONDS) return again;
  }
  return { ...first, ended: { ...first.ended, slow: true } };
}
