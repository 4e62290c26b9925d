// Tries inputs one after another in a process of its own, which the fuzzer can end: `{ seed, number }` or `{ input }` comes in, the answer goes out.
import { Writable } from "node:stream";
import { inputOf, readBase, tryInput } from "./doors.mjs";
import { Choice } from "./mutations.mjs";

const folder = process.argv[2];
const { run } = await import("../../dist/main.js");
const base = readBase(folder);

async function trc(argv) {
  let said = "";
  const stream = () =>
    new Writable({
      write(chunk, _encoding, done) {
        said = (said + chunk).slice(-6000);
        done();
      },
    });
  const code = await run(argv, { stdout: stream(), stderr: stream() });
  return { code, said };
}

process.on("message", async ({ seed, number, input }) => {
  const tried = input ?? inputOf(base, new Choice(Math.imul(seed, 1_000_003) + number));
  process.send({ began: tried });
  const before = process.memoryUsage().rss;
  const started = process.cpuUsage();
  let answer;
  try {
    answer = await tryInput(folder, tried, trc);
  } catch (error) {
    answer = { code: -1, said: error.stack };
  }
  const { user, system } = process.cpuUsage(started);
  const grown = Math.max(0, process.resourceUsage().maxRSS * 1024 - before);
  process.send({ ended: { ...answer, seconds: (user + system) / 1e6, grown } });
});
process.send({ ready: true });
