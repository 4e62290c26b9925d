import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runMacro } from "../support/macros.mjs";
import { inParallel, officeName, run, runAside } from "../support/programs.mjs";
import { spreadOver } from "../support/sets.mjs";
import { validateVeraPdf } from "./vera-pdf.mjs";

/** Documents of each corpus, as they are and as somebody has edited them. */
const PAIRS = { corpus: 200, blocks: 100 };
/** Of them the newer word processor sees some, and so does the validator of Open XML. */
const FEWER = 40;
/** Documents of each corpus whose changes are shown on paper too. */
const PAPERS = 15;

/**
 * Redlines: a word processor that takes all changes in reads the later document, one that takes them back the earlier one, word for word;
 * and the redline is valid Open XML. On paper it is PDF/A-2a and PDF/UA-1.
 */
export async function validateRedlines({ root, work, sets }) {
  const pairs = Object.entries(PAIRS).flatMap(([name, count]) => redlinesOf(root, work, sets, name, count));
  const few = spreadOver(pairs, FEWER);
  // One after the other: a word processor locks the file that it reads.
  const read = [await settled("system", pairs, work), await settled("backports", few, work)];
  const validator = join(root, ".conformance/ooxml/node_modules/.bin/ooxml-validator");
  const faults = await inParallel(few, async ({ redline }) => {
    const { stdout } = await runAside(validator, [redline]);
    return /"ok":\s*true/.test(stdout) ? [] : [`${basename(redline)}: ${stdout.slice(0, 300)}`];
  });
  const papers = Object.keys(PAIRS).map((name) => ({
    name: `${name}, changes on paper`,
    folder: papersOf(work, name),
  }));
  const filled = papers.map((one) => ({ ...one, pdfs: readdirSync(one.folder).map((file) => join(one.folder, file)) }));
  return [
    ...read,
    { title: `${few.length} redlines are valid Open XML`, faults: faults.flat() },
    ...validateVeraPdf({ sets: filled }),
  ];
}

const papersOf = (work, name) => join(work, `${name}-papers`);

/** Documents of a corpus, edited, and against each other: { before, after, redline }. */
function redlinesOf(root, work, sets, name, count) {
  const set = sets.find((one) => one.name === name);
  const [edited, written] = [join(work, `${name}-edited`), join(work, `${name}-redlines`)];
  const kind = name === "blocks" ? ["--blocks"] : [];
  const node = (...args) => execFileSync("node", args, { cwd: root, stdio: "ignore" });
  node("dist/corpus.js", ...kind, "--edited", "--out", edited, "--count", String(count));
  const files = readdirSync(edited).filter((file) => file.endsWith(".docx"));
  // A set is read by its manifest; the corpus has none of its own.
  for (const [folder, side] of [
    [set.folder, "before"],
    [edited, "after"],
  ]) {
    const documents = files.map((path) => ({
      id: path,
      kind: "corpus",
      centre: "",
      title: basename(path, ".docx"),
      digest: side,
      files: [{ format: "docx", path }],
    }));
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ schema: "trc/manifest/1", documents }));
  }
  const few = spreadOver(files, PAPERS).join(",");
  for (const options of [
    ["--docx", written],
    ["--pdf", papersOf(work, name), "--only", few],
  ])
    try {
      node("bin/trc.js", "diff", set.folder, edited, ...options);
    } catch (error) {
      // 1: something differs.
      if (error.status !== 1) throw error;
    }
  return files
    .map((file) => ({
      name: `${name} ${file}`,
      before: join(set.folder, file),
      after: join(edited, file),
      redline: join(written, file.replace(/\.docx$/, " – правка.docx")),
    }))
    .filter(({ redline }) => existsSync(redline));
}

async function settled(office, pairs, work) {
  const folder = join(work, `redlines-${office}`);
  mkdirSync(folder);
  const target = (index, how) => join(folder, `${index}-${how}.txt`);
  const rows = pairs.flatMap(({ before, after, redline }, index) => [
    `${before}|plain|${target(index, "before")}`,
    `${after}|plain|${target(index, "after")}`,
    `${redline}|accept|${target(index, "accept")}`,
    `${redline}|reject|${target(index, "reject")}`,
  ]);
  const list = join(folder, "list.txt");
  writeFileSync(list, rows.join("\n"));
  await runMacro("Changes.Settle", [list], work, { office, timeout: 1_800_000 });
  const notes = [];
  const faults = pairs.flatMap(({ name, redline }, index) =>
    [
      ["after", "accept"],
      ["before", "reject"],
    ].flatMap(([side, how]) => {
      const [wanted, given] = [target(index, side), target(index, how)].map(linesOf);
      if (wanted === undefined || given === undefined) return [`${name}: not read`];
      const numbered = firstDifference(wanted, given);
      if (numbered === undefined) return [];
      const words = firstDifference(wanted.map(withoutLabel).filter(Boolean), given.map(withoutLabel).filter(Boolean));
      // Contents that came whole are a section of its own to LibreOffice, which it does not take back.
      if (words !== undefined && how === "reject" && hasNewContents(redline)) return [];
      if (words !== undefined) return [`${name}, ${how}: ${words}`];
      notes.push(`${name}, ${how}: the words are the same, a number of a list is not: ${numbered}`);
      return [];
    }),
  );
  return {
    title: `${pairs.length} redlines settled by ${officeName(office)} give both documents word for word`,
    faults,
    notes,
  };
}

/** Lines with words; spaces and hyphens that only say where a line may end are plain. */
function linesOf(path) {
  if (!existsSync(path)) return undefined;
  return readFileSync(path, "utf8")
    .replace(/[\u00ad\u2060\u200b\ufeff]/g, "")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\u2011/g, "-")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What a list puts before a paragraph. */
const withoutLabel = (line) => line.replace(/^(?:(?:\d+\.)+|\d+\)|[•◦–□])(?:\s+|$)/, "");

/** A table of contents that is an insertion. */
function hasNewContents(redline) {
  return /<w:ins [^>]*>(?:(?!<\/w:ins>)[\s\S])*<w:instrText[^>]*> TOC /.test(
    run("unzip", ["-p", redline, "word/document.xml"]).stdout,
  );
}

function firstDifference(wanted, given) {
  const at = wanted.findIndex((line, index) => given[index] !== line);
  if (at < 0 && wanted.length === given.length) return undefined;
  const place = at < 0 ? wanted.length : at;
  return `“${(given[place] ?? "").slice(0, 90)}” for “${(wanted[place] ?? "").slice(0, 90)}”`;
}
