import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { wordsOfPages } from "../support/pdf-words.mjs";
import { OFFICES, officeName } from "../support/programs.mjs";

/** `strains`: the least share of documents whose words all stand on the same pages. */
const asked = JSON.parse(readFileSync(new URL("../agreement.json", import.meta.url), "utf8"));

/** A word of the documents that strain pages, or a date: each has a number of its own. */
const WORD = /[а-яё]+\d+|\d\d\.\d\d\.\d{4,}/g;

/** Where a word is divided over two lines of a narrow column. */
const DIVIDED = /(?<=[а-яё])- (?=[а-яё])/g;

/**
 * Every word of the tree against our PDF and the DOCX as word processors print it: none is lost, those of a paragraph stand in their order,
 * and each stands on the same pages in both.
 */
export function validateLosses({ sets }) {
  const set = sets.find(({ name }) => name === "strains");
  return Object.keys(OFFICES).flatMap((office) => lossesIn(set.officePdfs(office), officeName(office) ?? office));
}

function lossesIn(pairs, program) {
  const results = pairs
    .filter(({ office }) => office !== undefined)
    .map(({ pdf, office }) => {
      const tree = JSON.parse(readFileSync(pdf.replace(/\.pdf$/, ".json"), "utf8"));
      return { name: basename(pdf, ".pdf"), ...compare(paragraphsOf(tree), placesOf(pdf), placesOf(office)) };
    });
  const named = (faults) => results.flatMap((one) => faults(one).map((fault) => `${one.name}: ${fault}`));
  const words = results.reduce((sum, one) => sum + one.words, 0);
  const moved = results.reduce((sum, one) => sum + one.moved, 0);
  const agreed = results.filter((one) => one.moved === 0).length;
  const enough = agreed >= results.length * asked.strains && moved <= words * MOVED_MOST;
  return [
    {
      title: `strains: none of ${words} words is lost in PDF or DOCX (${program}), all stand in their order`,
      faults: results.length < pairs.length || words === 0 ? ["not all were printed"] : named((one) => one.faults),
    },
    {
      title: `strains: all words stand on the same pages in ${agreed} of ${results.length} documents (${program})`,
      notes: results
        .filter((one) => one.moved > 0)
        .map((one) => `${one.name}: ${one.moved} of ${one.words} on another page`),
      faults: enough ? [] : [`${moved} of ${words} words stand on another page`],
      figure: `strains, ${program}: words on the same page: ${((1 - moved / words) * 100).toFixed(2)} %; documents: ${agreed} of ${results.length}`,
    },
  ];
}

/** A line that ends by a hair elsewhere moves the lines below it; in a long row that goes on over pages they are many. */
const MOVED_MOST = 0.01;

/** Words of each paragraph and cell of a tree. */
function paragraphsOf(node) {
  if (Array.isArray(node)) {
    const texts = node.filter((one) => one?.type === "text").map(({ text }) => text);
    return texts.length > 0 ? [texts.join(" ").match(WORD) ?? []] : node.flatMap(paragraphsOf);
  }
  if (typeof node !== "object" || node === null) return [];
  const caption = typeof node.caption === "string" ? [node.caption.match(WORD) ?? []] : [];
  return [...caption, ...Object.values(node).flatMap(paragraphsOf)];
}

/** Where each word stands: its pages, and its first place in the order of reading. */
function placesOf(pdf) {
  const places = new Map();
  let at = 0;
  for (const [page, words] of wordsOfPages(pdf).entries())
    for (const word of words.join(" ").replace(DIVIDED, "").match(WORD) ?? []) {
      const known = places.get(word) ?? { first: at, pages: [] };
      known.pages.push(page + 1);
      places.set(word, known);
      at++;
    }
  return places;
}

function compare(paragraphs, ours, theirs) {
  const words = paragraphs.flat();
  const missing = (places) => words.filter((word) => !places.has(word));
  const astray = (places) =>
    paragraphs.flatMap((own) =>
      own.filter((word, index) => index > 0 && places.get(word)?.first < places.get(own[index - 1])?.first),
    );
  const faults = [
    ["lost in the PDF", missing(ours)],
    ["lost in the DOCX", missing(theirs)],
    ["out of order in the PDF", astray(ours)],
    ["out of order in the DOCX", astray(theirs)],
  ].flatMap(([what, list]) =>
    list.length === 0 ? [] : [`${list.length} words ${what}: ${list.slice(0, 5).join(" ")}`],
  );
  const moved = words.filter((word) => String(ours.get(word)?.pages) !== String(theirs.get(word)?.pages)).length;
  return { words: words.length, faults, moved };
}
