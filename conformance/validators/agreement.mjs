import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { compareLines } from "../support/compare-lines.mjs";
import { wordsOfPages } from "../support/pdf-words.mjs";

/** The figures reached so far: a set may not agree worse than it did. */
const reached = JSON.parse(readFileSync(new URL("../agreement.json", import.meta.url), "utf8"));

/** Our PDF of a document against its DOCX as the word processor prints it: the number of pages, the first and the last word of every page, the words in order. */
export function validateAgreement({ sets }) {
  return sets.flatMap((set) => {
    const pairs = set.officePdfs();
    const results = pairs
      .filter(({ office }) => office !== undefined)
      .map(({ pdf, office }) => ({ name: relative(set.folder, pdf), ...compare(pdf, office) }));
    const agreed = results.filter(({ difference }) => difference === null).length;
    const lines = results.reduce((sum, one) => ({ same: sum.same + one.same, total: sum.total + one.total }), {
      same: 0,
      total: 0,
    });
    const share = pairs.length === 0 ? 0 : agreed / pairs.length;
    const floor = reached.pages[set.name] ?? 0;
    // The word processor itself leaves out a line of a row that it splits over pages.
    const allowed = reached.wordsUnlike[set.name] ?? 0;
    const unlike = results
      .filter(({ wordFault }) => wordFault !== null)
      .map(({ name, wordFault }) => `${name}: ${wordFault}`);
    return [
      {
        title: `${set.name}: the word processor opens ${pairs.length} DOCX`,
        faults: pairs.filter(({ office }) => office === undefined).map(({ docx }) => relative(set.folder, docx)),
      },
      {
        title: `${set.name}: pages agree in ${agreed} of ${pairs.length} documents`,
        notes: results
          .filter(({ difference }) => difference !== null)
          .map(({ name, difference }) => `differs: ${name}: ${difference}`),
        faults: share >= floor ? [] : [`${percent(share)} now, ${percent(floor)} before`],
        figure: `agreement of pages, ${set.name}: ${agreed} of ${pairs.length} (${percent(share)}); lines that break alike: ${percent(lines.same / Math.max(1, lines.total))}`,
      },
      {
        title: `${set.name}: the words of PDF and DOCX are the same${allowed === 0 ? "" : ` but for ${allowed} at most`}`,
        [unlike.length > allowed ? "faults" : "notes"]: unlike,
        ...(unlike.length > allowed ? {} : { faults: [] }),
      },
    ];
  });
}

function compare(pdf, office) {
  const ours = wordsOfPages(pdf);
  const theirs = wordsOfPages(office);
  const difference = pageDifference(ours, theirs);
  // A table head is repeated on every page, so the words can be the same only where the pages are.
  const { same, total } = compareLines(pdf, office);
  return { difference, same, total, wordFault: difference === null ? wordFault(ours.flat(), theirs.flat()) : null };
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

/**
 * Words are compared without the spaces between them: a long word cut in a narrow cell is two pieces in one file and three in the other.
 * Of a row that goes on over a page the reader takes the cells in another order; then no letter may be lost or added.
 */
function wordFault(ours, theirs) {
  const [left, right] = [ours.join(""), theirs.join("")];
  if (left.length === right.length && [...left].sort().join("") === [...right].sort().join("")) return null;
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    if (left[index] !== right[index])
      return `"${left.slice(Math.max(0, index - 20), index + 20)}" against "${right.slice(Math.max(0, index - 20), index + 20)}"`;
  }
  return null;
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
