import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { compareLines } from "../support/compare-lines.mjs";
import { looseLines } from "../support/loose-lines.mjs";
import { edgesOfPages, wordsOfPages } from "../support/pdf-words.mjs";
import { OFFICES, officeName } from "../support/programs.mjs";

/**
 * What is asked for: `pages` – the least share of documents whose pages agree, by word processor and set; `wordsUnlike` – documents whose words may differ;
 * `looseLines` – the most that may be loose of the justified lines of the samples.
 */
const asked = JSON.parse(readFileSync(new URL("../agreement.json", import.meta.url), "utf8"));

/**
 * Our PDF of a document against its DOCX as word processors print it: the number of pages, the first and the last word of every page,
 * the words in order; and how loose the lines of both are.
 */
export async function validateAgreement({ sets }) {
  const offices = Object.keys(OFFICES).map((office) => ({ office, name: officeName(office) }));
  // The word processors print beside each other, the sets one after another.
  const verdicts = await Promise.all(offices.map(({ office, name }) => agreementWith(office, name, sets)));
  return [
    ...verdicts.flat(),
    looseness(
      "PDF",
      sets.filter(({ made }) => !made).flatMap(({ pdfs }) => pdfs),
    ),
  ];
}

async function agreementWith(office, name, sets) {
  if (name === undefined)
    return [
      {
        title: `agreement with LibreOffice (${office})`,
        faults: ["it does not run: conformance/setup.sh installs it"],
      },
    ];
  const verdicts = [];
  const samples = [];
  for (const set of sets) {
    const pairs = await set.officePdfs(office);
    verdicts.push(...agreementOf(set, pairs, office, name));
    if (!set.made) samples.push(...pairs.flatMap(({ office: pdf }) => pdf ?? []));
  }
  return [...verdicts, looseness(name, samples)];
}

function agreementOf(set, pairs, office, name) {
  const results = pairs
    .filter(({ office: printed }) => printed !== undefined)
    .map(({ pdf, office: printed }) => ({ name: relative(set.folder, pdf), ...compare(pdf, printed) }));
  const agreed = results.filter(({ difference }) => difference === null).length;
  const [same, total] = ["same", "total"].map((key) => results.reduce((sum, one) => sum + one[key], 0));
  const share = pairs.length === 0 ? 0 : agreed / pairs.length;
  const floor = asked.pages[office][set.name] ?? 0;
  // The word processor itself leaves out a line of a row that it splits over pages.
  const allowed = asked.wordsUnlike[set.name] ?? 0;
  const unlike = results.filter(({ wordFault }) => wordFault !== null).map((one) => `${one.name}: ${one.wordFault}`);
  return [
    {
      title: `${set.name}: ${name} opens ${pairs.length} DOCX`,
      faults: pairs
        .filter(({ office: printed }) => printed === undefined)
        .map(({ docx }) => relative(set.folder, docx)),
    },
    {
      title: `${set.name}: pages agree with ${name} in ${agreed} of ${pairs.length} documents`,
      notes: results
        .filter(({ difference }) => difference !== null)
        .map((one) => `differs: ${one.name}: ${one.difference}`),
      faults: share >= floor ? [] : [`${percent(share)} now, ${percent(floor)} asked for`],
      figure: `agreement of pages with ${name}, ${set.name}: ${agreed} of ${pairs.length} (${percent(share)}); lines that break alike: ${percent(same / Math.max(1, total))}`,
    },
    {
      title: `${set.name}: the words of PDF and DOCX are the same in ${name}${allowed === 0 ? "" : ` but for ${allowed} at most`}`,
      [unlike.length > allowed ? "faults" : "notes"]: unlike,
      ...(unlike.length > allowed ? {} : { faults: [] }),
    },
  ];
}

/** Over the samples: made-up documents are of random words. */
function looseness(name, pdfs) {
  const counts = pdfs.map(looseLines);
  const [full, loose] = ["full", "loose"].map((key) => counts.reduce((sum, one) => sum + one[key], 0));
  const share = loose / Math.max(1, full);
  return {
    title: `${name}: ${loose} of ${full} justified lines of the samples are loose`,
    faults:
      full > 0 && share <= asked.looseLines ? [] : [`${percent(share)} now, ${percent(asked.looseLines)} at most`],
    figure: `loose lines, ${name}: ${loose} of ${full} (${percent(share)})`,
  };
}

function compare(pdf, office) {
  const difference = pageDifference(edgesOfPages(pdf, "stated"), edgesOfPages(office, "guessed"));
  // A table head is repeated on every page, so the words can be the same only where the pages are.
  const { same, total } = compareLines(pdf, office);
  const words = difference === null ? wordFault(wordsOfPages(pdf).flat(), wordsOfPages(office).flat()) : null;
  return { difference, same, total, wordFault: words };
}

function pageDifference(ours, theirs) {
  for (const [index, [first, last]] of ours.entries()) {
    const [otherFirst, otherLast] = theirs[index] ?? [];
    if (first !== otherFirst) return `page ${index + 1} begins "${first}" against "${otherFirst}"`;
    if (last !== otherLast) return `page ${index + 1} ends "${last}" against "${otherLast}"`;
  }
  return ours.length === theirs.length ? null : `${ours.length} pages against ${theirs.length}`;
}

/**
 * Words are compared without the spaces between them: a long word cut in a narrow cell is two pieces in one file and three in the other.
 * Of a row that goes on over a page the reader takes the cells in another order; then no letter may be lost or added.
 */
function wordFault(ours, theirs) {
  // A word divided in one place is divided in all, but for pages that break otherwise.
  const [left, right] = [ours, theirs].map((words) => words.join("").replaceAll("-", ""));
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
