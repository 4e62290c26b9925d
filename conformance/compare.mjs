// Where two prints of one document part: the first line that differs in its words or its place.
//   node conformance/compare.mjs OUR.pdf OFFICE.pdf
//   node conformance/compare.mjs FOLDER OFFICE-FOLDER    every pair of one name, one line each
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { compareLines } from "./support/compare-lines.mjs";

const [ours, office] = process.argv.slice(2);
const pairs = statSync(ours).isDirectory()
  ? readdirSync(ours)
      .filter((name) => name.endsWith(".pdf") && existsSync(join(office, name)))
      .sort()
      .map((name) => [name, join(ours, name), join(office, name)])
  : [["", ours, office]];
for (const [name, pdf, twin] of pairs) {
  const { same, total, first } = compareLines(pdf, twin);
  const place =
    first === null
      ? "all lines alike"
      : `page ${first.page}: ${shown(first.ours)} ≠ ${shown(first.theirs)} below ${shown(first.above)}`;
  console.log(`${name} ${same}/${total} ${place}`);
}

function shown(line) {
  return line === undefined ? "nothing" : `[${line.x.toFixed(1)} ${line.y.toFixed(2)}] ${line.text.slice(0, 70)}`;
}
