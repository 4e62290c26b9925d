// Speed against peers in the same run; only the ratios mean anything. No figure here is asserted.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchOrder } from "../dist/bench-order.js";
import { benchEditor } from "./bench-editor.mjs";
import { floorOf, growth, median } from "./bench-growth.mjs";
import { keepHistory } from "./bench-history.mjs";
import { benchIncremental } from "./bench-incremental.mjs";
import { docxtemplaterPeer, orderData, typstPeer } from "./bench-peers.mjs";
import { browserPath, measureTyping, middle } from "./preview-latency.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [asked, ...others] = process.argv.slice(2).filter((one) => one !== "--quick");
if (others.length > 0) throw new Error("npm run bench -- [--quick] [ROUNDS]");
/** In two minutes: fewer runs of each, without the growth and the preview. */
const isQuick = process.argv.includes("--quick");
const ROUNDS = Number(asked ?? (isQuick ? 20 : 40));
const BUILDS = isQuick ? 3 : 5;

const folder = mkdtempSync(join(tmpdir(), "trc-bench-"));
const cold = median(
  Array.from({ length: BUILDS }, () =>
    timed(() =>
      execFileSync("node", ["bin/trc.js", "build", "--quiet", "--no-cache", "--out", join(folder, "out")], {
        cwd: root,
      }),
    ),
  ),
);
const empty = median(Array.from({ length: 5 }, () => timed(() => execFileSync("node", ["-e", "0"]))));
const memory = peakMemory();
rmSync(folder, { recursive: true, force: true });

const docxtemplater = await docxtemplaterPeer();
const typst = await typstPeer();
const variants = {
  "trc: tree → layout → DOCX": (data) => benchOrder(data, ["docx"]),
  "docxtemplater: template → DOCX": docxtemplater,
  "trc: tree → layout → PDF/A-2a + UA-1": (data) => benchOrder(data, ["pdf"]),
  "trc: tree → layout → both": (data) => benchOrder(data, ["docx", "pdf"]),
  "Typst: source → PDF/A-2b": typst,
};
const times = new Map(Object.keys(variants).map((name) => [name, []]));
for (let round = -5; round < ROUNDS; round++) {
  // Interleaved, so that a slow moment of the machine falls on all alike; the first rounds only warm up.
  for (const [index, [name, make]] of Object.entries(variants).entries()) {
    const data = orderData((round + 100) * 10 + index);
    const started = performance.now();
    await make(data);
    if (round >= 0) times.get(name).push(performance.now() - started);
  }
}
const figures = new Map([...times].map(([name, list]) => [name, median(list)]));
/** How many times faster than what does the same, one after the other. */
const speed = (name, peers) => peers.reduce((sum, peer) => sum + figures.get(peer), 0) / figures.get(name);
/** A row of the table. */
const row = (name, peers = [], floor = null) => {
  const own = figures.get(name);
  return {
    what: name,
    "ms a document": own.toFixed(1),
    "documents a second": (1000 / own).toFixed(0),
    "times the peer's speed": peers.length > 0 ? speed(name, peers).toFixed(2) : "",
    "times the floor": floor === null ? "" : (own / floor).toFixed(1),
  };
};
console.log(
  `cold build of the sample set: ${cold.toFixed(0)} ms (an empty node process: ${empty.toFixed(0)} ms); peak memory ${memory} MB`,
);
const [docx, template, pdf, both, source] = Object.keys(variants);
const floors = { docx: await floorOf("docx"), pdf: await floorOf("pdf") };
console.table([
  row(docx, [template], floors.docx),
  row(template),
  row(pdf, [source], floors.pdf),
  row(source),
  row(both, [template, source]),
]);
if (!isQuick) console.table([await growth("docx"), await growth("pdf")]);

const change = await benchIncremental(isQuick ? 3 : 7, !isQuick);
if (!isQuick) await benchEditor();
if (!isQuick && browserPath() !== undefined) {
  const { checked, shown } = await measureTyping();
  console.log(`desk: a key to its checked field ${middle(checked)} ms, to the new page ${middle(shown)} ms (medians)`);
}
keepHistory(
  [
    cold / empty,
    speed(docx, [template]),
    speed(pdf, [source]),
    speed(both, [template, source]),
    figures.get(docx) / floors.docx,
    figures.get(pdf) / floors.pdf,
    change,
    Number(memory),
  ],
  isQuick ? "quick" : "full",
);

function timed(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Resident memory of one whole build, in MB. */
function peakMemory() {
  const script = `import { run } from ${JSON.stringify(new URL("../dist/main.js", import.meta.url).href)};
await run(["build", "--quiet", "--no-cache", "--out", ${JSON.stringify(join(folder, "memory"))}]);
console.log(Math.round(process.resourceUsage().maxRSS / 1024));`;
  return execFileSync("node", ["--input-type=module", "-e", script], { cwd: root, encoding: "utf8" }).trim();
}
