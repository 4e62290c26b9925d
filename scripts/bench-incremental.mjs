// What a second build costs: nothing changed, and one record changed, each in a process of its own; and how soon a saved record is on the page.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserPath, measureLatency } from "./preview-latency.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const RECORD = "content/orders/2026/11-od-2026.yaml";

/** Prints the figures, those of the preview if it is `shown`. Returns how many times longer one change takes than none. */
export async function benchIncremental(rounds = 7, shown = true) {
  const folder = mkdtempSync(join(tmpdir(), "trc-bench-"));
  for (const name of ["content", "templates"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  const build = () => execFileSync("node", [join(root, "bin/trc.js"), "build", "--quiet"], { cwd: folder });
  const cold = times(rounds, build, () => {
    for (const name of [".trc-cache", "out"]) rmSync(join(folder, name), { recursive: true, force: true });
  });
  const again = times(rounds, build);
  const record = readFileSync(join(folder, RECORD), "utf8");
  const changed = times(rounds, build, (round) =>
    writeFileSync(join(folder, RECORD), record.replace("принять заявки", `принять заявки ${round}`)),
  );
  const empty = times(rounds, () => execFileSync("node", ["-e", "0"]));
  rmSync(folder, { recursive: true, force: true });
  const row = (what, ms) => ({ what, ms: ms.toFixed(0), "times faster than cold": (cold / ms).toFixed(1) });
  console.table([
    row("cold build of the sample set, cache filled", cold),
    row("nothing changed", again),
    row(`one record changed (${(changed / again).toFixed(1)} × nothing changed)`, changed),
    row("an empty node process", empty),
  ]);
  if (!shown) return changed / again;
  if (browserPath() === undefined) {
    console.log("preview: no Chromium on this system, nothing measured");
    return changed / again;
  }
  const latency = await measureLatency();
  console.log(
    `preview: from the event of a saved record to its painted page: median ${middle(latency)} ms, slowest ${latency.at(-1)} ms`,
  );
  return changed / again;
}

/** Median time of so many runs, ms; each is prepared before the clock starts. */
function times(rounds, work, prepare = () => undefined) {
  return middle(
    Array.from({ length: rounds }, (_, round) => {
      prepare(round);
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}

function middle(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchIncremental();
