import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PYTHON, ROOT, run } from "../support/programs.mjs";

/** At most this share of forms may be asked about. */
const FLAGGED = 0.05;

/** pymorphy3, which knows nothing of trc, inflects words, names and phrases put together against the program: a form that trc is certain of must be the same. */
export function validateLanguage({ root, work }) {
  const made = run(PYTHON, [join(ROOT, "conformance/support/pymorphy_phrases.py")]);
  if (made.status !== 0) return [{ title: "pymorphy3 makes a list of forms", faults: [made.stderr.slice(-1500)] }];
  const list = join(work, "forms.tsv");
  writeFileSync(list, made.stdout);
  const declined = run("node", [join(root, "bin/trc.js"), "decline", "--batch", list]);
  const [expected, given] = [rowsOf(readFileSync(list, "utf8")), rowsOf(declined.stdout)];
  const certain = given.map(([, , , , form, confidence], at) => ({ form, confidence, row: expected[at] ?? [] }));
  const flagged = certain.filter(({ confidence }) => confidence !== "high").length;
  const wrong = certain.filter(({ form, confidence, row }) => confidence === "high" && plain(form) !== plain(row[4]));
  const faults = wrong.map(
    ({ form, row: [group, text, , name, right] }) => `${group}: ${text}, ${name}: «${form}», pymorphy3 has «${right}»`,
  );
  if (given.length !== expected.length || given.length < 10_000)
    faults.push(`${given.length} answers to ${expected.length} forms`);
  if (flagged > given.length * FLAGGED) faults.push(`${flagged} forms of ${given.length} are asked about`);
  const figure = `language: ${given.length} forms by pymorphy3, ${wrong.length} wrong, ${flagged} asked about`;
  return [{ title: "every certain form is that of pymorphy3", faults, figure }];
}

function rowsOf(tsv) {
  const [, ...lines] = tsv.trimEnd().split("\n");
  return lines.map((line) => line.split("\t"));
}

function plain(text = "") {
  return text.toLowerCase().replaceAll("ё", "е").replaceAll("\u00a0", " ");
}
