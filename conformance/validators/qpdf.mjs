import { relative } from "node:path";
import { inParallel, runAside } from "../support/programs.mjs";

/** qpdf finds nothing to repair in the structure of the files. */
export async function validateQpdf({ sets }) {
  const verdicts = [];
  for (const { name, folder, pdfs } of sets) {
    const results = await inParallel(pdfs, async (pdf) => {
      const { status, stdout, stderr } = await runAside("qpdf", ["--check", pdf]);
      return status === 0 ? [] : [`${relative(folder, pdf)}: ${(stderr || stdout).trim().split("\n").pop()}`];
    });
    verdicts.push({ title: `${name}: qpdf --check of ${pdfs.length} PDF`, faults: results.flat() });
  }
  return verdicts;
}
