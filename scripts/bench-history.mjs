// What runs of the bench found, one line each, for a person to read; and how this run stands beside the last one of its kind.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const FILE = `${root}docs/bench-history.md`;
const HEAD = `# Runs of the bench

\`npm run bench\` adds a line and compares it with the last one of its kind (\`quick\` or \`full\`). Ratios within a run: machines differ, and a busy one is slow in all of it.
Between runs a tenth either way is noise, on a machine that does other things more.
`;

/** What is kept of a run: its column, digits behind the point, and whether more of it is better. */
const COLUMNS = [
  { name: "cold set, × an empty process", digits: 0, more: false },
  { name: "DOCX, × docxtemplater", digits: 2, more: true },
  { name: "PDF, × Typst", digits: 2, more: true },
  { name: "both, × the two", digits: 2, more: true },
  { name: "DOCX, × the floor", digits: 1, more: false },
  { name: "PDF, × the floor", digits: 1, more: false },
  { name: "one change, × nothing changed", digits: 1, more: false },
  { name: "peak memory, MB", digits: 0, more: false },
];
const NAMES = ["day", "commit", "run", ...COLUMNS.map(({ name }) => name)];

/** Adds a run to the history and prints it beside the one before. @param figures in the order of the columns @param kind `quick` or `full` */
export function keepHistory(figures, kind) {
  const text = existsSync(FILE)
    ? readFileSync(FILE, "utf8")
    : `${HEAD}\n${line(NAMES)}\n${line(NAMES.map(() => "---"))}\n`;
  const last = text
    .split("\n")
    .map((one) => one.split("|").map((cell) => cell.trim()))
    .findLast((cells) => cells[3] === kind);
  const shown = COLUMNS.map(({ digits }, index) => figures[index].toFixed(digits));
  writeFileSync(FILE, `${text}${line([new Date().toISOString().slice(0, 10), commit(), kind, ...shown])}\n`);
  console.table(
    COLUMNS.map(({ name, more }, index) => {
      const before = Number(last?.[index + 4]);
      const by = (Number(shown[index]) / before - 1) * 100;
      const sign = more ? by : -by;
      const verdict = Math.abs(by) < 10 ? "the same" : sign > 0 ? "better" : "worse";
      return {
        what: name,
        now: shown[index],
        "last run": last === undefined ? "" : `${last[index + 4]} (${last[1]}, ${last[2]})`,
        "": last === undefined ? "" : `${by > 0 ? "+" : ""}${by.toFixed(0)} %, ${verdict}`,
      };
    }),
  );
}

function line(cells) {
  return `| ${cells.join(" | ")} |`;
}

/** The commit that was measured, with a + where more than that was. */
function commit() {
  const git = (...argv) => execFileSync("git", ["-C", root, ...argv], { encoding: "utf8" }).trim();
  try {
    return git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "--", "src") === "" ? "" : "+");
  } catch {
    return "–";
  }
}
