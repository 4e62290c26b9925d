// Mutation testing of the rooms where a wrong word, break or verdict would go unseen: `npm run mutation -- language --sample 10`.
// Stryker changes the code in every small way it knows, and the unit tests of the room must notice. Without a name all areas are measured;
// --sample takes so many hundredths of the functions, chosen by --seed, --file one file of the area, --quick leaves
// out what is computed once at the start (constants, for each of which all tests are run); the figure says so. What no test noticed
// is printed with its place.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { globSync } from "glob";
import { AREAS } from "./mutation/areas.mjs";

const STRYKER = ".conformance/stryker/node_modules/@stryker-mutator/core/bin/stryker.js";
const FOLDER = ".trc-mutation";
/** A function or a table at the left edge, to its last line. */
const TOP_LEVEL = /^(?:export )?(?:async )?(?:function|const|class|type) [\s\S]*?^[^\s/].*$/gm;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    file: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});
const asked = positionals.length > 0 ? positionals : Object.keys(AREAS);
const unknown = asked.find((name) => AREAS[name] === undefined);
if (unknown !== undefined || !existsSync(STRYKER)) {
  const areas = Object.keys(AREAS).join(", ");
  console.error(
    unknown === undefined ? "Stryker comes with conformance/setup.sh" : `no area «${unknown}»; there are ${areas}`,
  );
  process.exit(1);
}
mkdirSync(FOLDER, { recursive: true });
for (const name of asked) console.log(scoreOf(name));

/** Runs Stryker over an area and tells what it measured. */
function scoreOf(name) {
  const { change, tests, without } = AREAS[name];
  const report = join(FOLDER, `${name}.json`);
  const settings = join(FOLDER, `${name}.conf.json`);
  const files = globSync(change, { ignore: "**/{findings,index}.ts", posix: true })
    .filter((file) => values.file === undefined || basename(file, ".ts") === values.file)
    .sort();
  writeFileSync(
    settings,
    JSON.stringify({
      testRunner: "fresh-script",
      plugins: [resolve("scripts/mutation/runner.mjs")],
      trc: { tests: globSync(tests, { ignore: without, posix: true }).sort() },
      mutate: Number(values.sample) < 100 ? files.flatMap(chosen) : files,
      warnings: { unknownOptions: false },
      ignorePatterns: [
        "/*",
        "!/src",
        "!/scripts",
        "!/tests",
        "!/templates",
        "!/schemas",
        "!/content",
        "!/package.json",
        "/tests/goldens",
      ],
      tempDirName: `${FOLDER}/tree`,
      tsconfigFile: "none",
      concurrency: 1,
      coverageAnalysis: "perTest",
      ignoreStatic: values.quick,
      reporters: ["json", "progress-append-only"],
      jsonReporter: { fileName: report },
    }),
  );
  const { status } = spawnSync(process.execPath, [STRYKER, "run", settings], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
  return told(name, JSON.parse(readFileSync(report, "utf8")).files);
}

/** Line ranges of the functions and tables of a file that the seed chooses. */
function chosen(file) {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(TOP_LEVEL)].flatMap(({ 0: block, index }) => {
    const digest = createHash("sha256")
      .update(`${values.seed} ${file} ${block.split("\n", 1)}`)
      .digest();
    const first = text.slice(0, index).split("\n").length;
    return digest.readUInt16BE() % 100 < Number(values.sample)
      ? [`${file}:${first}-${first + block.split("\n").length - 1}`]
      : [];
  });
}

/** The survivors line by line and the score: of a hundred mutants that a test could notice, so many were. */
function told(name, files) {
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: own }]) =>
    own.map((mutant) => ({ ...mutant, file, lines: source.split("\n") })),
  );
  // Without constants nothing is counted that is also run at the start: Stryker tries it with no test at all.
  const tried = values.quick ? mutants.filter((mutant) => mutant.static !== true) : mutants;
  const counted = (...statuses) => tried.filter(({ status }) => statuses.includes(status));
  const killed = counted("Killed", "Timeout").length;
  const missed = counted("Survived", "NoCoverage");
  const places = missed.map(({ file, lines, location: { start, end }, mutatorName, replacement, status }) => {
    const from = lines[start.line - 1].slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
    return `${file}:${start.line}:${start.column} ${status} ${mutatorName}: ${from} → ${replacement}`;
  });
  const sample = Number(values.sample) < 100 ? `, a sample of ${values.sample} % by seed ${values.seed}` : "";
  const part = `${sample}${values.quick ? ", without constants" : ""}`;
  const of = values.file === undefined ? name : `${name}/${values.file}`;
  const failed = counted("RuntimeError").length;
  if (failed > 0) places.push(`${failed} mutants could not be tried`);
  const score = ((100 * killed) / (killed + missed.length)).toFixed(1);
  return [...places, `mutation ${of}: ${score} % of ${killed + missed.length} mutants${part}`].join("\n");
}
