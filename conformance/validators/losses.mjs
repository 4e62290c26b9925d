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

/** What a column of a page ends with inside a word. */
const BEGUN = /(?<![а-яё\d-])[а-яё]+-(?![а-яё\d-])/g;

/**
 * Every word of the tree against our PDF and the DOCX as word processors print it: none is lost, those of a paragraph stand in their order,
 * and each stands on the same pages in both.
 */
export async function validateLosses({ sets }) {
  const set = sets.find(({ name }) => name === "strains");
  const verdicts = Object.keys(OFFICES).map(async (office) =>
    lossesIn(await set.officePdfs(office), officeName(office) ?? office),
  );
  return (await Promise.all(verdicts)).flat();
}

function lossesIn(pairs, program) {
  const results = pairs
    .filter(({ office }) => office !== undefined)
    .map(({ pdf, office }) => {
      const tree = JSON.parse(readFileSync(pdf.replace(/\.pdf$/, ".json"), "utf8"));
      return { name: basename(pdf, ".pdf"), ...compareWith(paragraphsOf(tree), pdf, office) };
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

/** Where each word stands: its pages, and its first place in the order of reading; a word that a page ends in stands on two. */
function placesOf(pdf, words) {
  const places = new Map();
  const begun = new Map();
  let at = 0;
  for (const [page, found] of wordsOfPages(pdf).entries()) {
    const text = found.join(" ").replace(DIVIDED, "");
    for (const word of text.match(WORD) ?? []) {
      const known = places.get(word) ?? { first: at, pages: [] };
      known.pages.push(page + 1);
      places.set(word, known);
      at++;
    }
    begun.set(page + 1, new Set(text.match(BEGUN) ?? []));
  }
  for (const word of words.filter((one) => !places.has(one)))
    for (let letters = 1; /^[а-яё]/.test(word.slice(letters)); letters++) {
      const rest = places.get(word.slice(letters));
      const [page] = rest?.pages ?? [];
      if (rest?.pages.length !== 1 || !begun.get(page - 1)?.has(`${word.slice(0, letters)}-`)) continue;
      places.set(word, { first: rest.first, pages: [page - 1, page] });
      break;
    }
  return places;
}

function compareWith(paragraphs, pdf, office) {
  const words = paragraphs.flat();
  const [ours, theirs] = [placesOf(pdf, words), placesOf(office, words)];
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
