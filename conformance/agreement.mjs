// Compares our PDF of a document with its DOCX twin as the word processor prints it: the words in order,
// the number of pages, the first and the last word of every page.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** The figures reached so far: a document that agreed once must go on agreeing. */
const reached = JSON.parse(readFileSync(new URL("agreement.json", import.meta.url), "utf8"));

export function compareAgreement(pairs, sample) {
  const results = pairs.map(({ pdf, office }) => compare(pdf, office));
  const agreed = results.filter((result) => result.pagesAgree).length;
  const lines = [
    `       ${sample}: pages agree in ${agreed} of ${results.length} documents`,
    ...results
      .filter((result) => !result.pagesAgree)
      .map((result) => `         differs: ${result.name}: ${result.difference}`),
  ];
  const floor = reached[sample] ?? 0;
  const share = results.length === 0 ? 0 : agreed / results.length;
  return {
    lines,
    wordFaults: results.filter((result) => result.wordFault).map((result) => `${result.name}: ${result.wordFault}`),
    pageFaults: share >= floor ? [] : [`${(share * 100).toFixed(1)} % now, ${(floor * 100).toFixed(1)} % before`],
  };
}

function compare(pdf, office) {
  const ours = pagesOf(pdf);
  const theirs = pagesOf(office);
  const name = basename(pdf);
  const difference = pageDifference(ours, theirs);
  // A table head is repeated on every page, so the words can be the same only where the pages are.
  return {
    name,
    difference,
    pagesAgree: difference === null,
    wordFault: difference === null ? wordFault(ours.flat(), theirs.flat()) : null,
  };
}

/** Words of every page in reading order, without the page number that opens pages after the first. */
function pagesOf(pdf) {
  const { stdout } = spawnSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const pages = stdout.split("\f").slice(0, -1);
  return pages.map((page) => {
    const words = page.split(/[\s\u00a0\u202f]+/u).filter((word) => word !== "");
    return /^\d{1,3}$/.test(page.trimStart().split("\n")[0]?.trim() ?? "") ? words.slice(1) : words;
  });
}

function pageDifference(ours, theirs) {
  if (ours.length !== theirs.length) return `${ours.length} pages against ${theirs.length}`;
  for (const [index, page] of ours.entries()) {
    const other = theirs[index];
    if (page[0] !== other[0]) return `page ${index + 1} begins "${page[0]}" against "${other[0]}"`;
    if (page.at(-1) !== other.at(-1)) return `page ${index + 1} ends "${page.at(-1)}" against "${other.at(-1)}"`;
  }
  return null;
}

/** Words are compared without the spaces between them: a long word cut in a narrow cell is two pieces in one file and three in the other. */
function wordFault(ours, theirs) {
  const [left, right] = [ours.join(""), theirs.join("")];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    if (left[index] !== right[index])
      return `"${left.slice(Math.max(0, index - 20), index + 20)}" against "${right.slice(Math.max(0, index - 20), index + 20)}"`;
  }
  return null;
}
