import { run } from "./programs.mjs";

const texts = new Map();

/** What pdftotext says of a PDF, `raw` or `bbox`: asked once, for each is looked at from many sides. */
export function pdfText(pdf, form) {
  const key = `${form} ${pdf}`;
  if (!texts.has(key)) texts.set(key, run("pdftotext", [`-${form}`, pdf, "-"], { encoding: "buffer" }).stdout);
  return texts.get(key).toString("utf8");
}

/** How many dots lead to a page number is nobody's word; a few of them stand between spaces or behind a word, at the end of their line. */
const LEADER = /\.{4,}|(?: \.|\. ?(?=\.))[. ]*(?=\d+$)|(?<=\p{L}{5})\. ?(?=\d+$)/gmu;

/** Words of every page in reading order, without the page number that opens pages after the first. */
export function wordsOfPages(pdf) {
  const pages = plainMarks(pdfText(pdf, "raw")).split("\f").slice(0, -1);
  return pages.map((page) => {
    const words = page
      .replace(LEADER, " ")
      .split(/[\s\u00a0\u202f]+/u)
      .filter((word) => word !== "");
    return /^\d{1,3}$/.test(page.trimStart().split("\n")[0]?.trim() ?? "") ? words.slice(1) : words;
  });
}

/** What share of a word's box stands over its baseline: by the measures of the font, and as poppler guesses where a font states none. */
const OVER_BASELINE = { stated: 0.891 / 1.107, guessed: 0.95 / 1.3 };

/**
 * Lines of every page from top to bottom: { y, x, text }, in pt from the upper left corner, `y` of the baseline; words of one baseline
 * are one line. The word processor states no ascent of its fonts, we do.
 */
export function linesOfPages(pdf, metrics) {
  return pdfText(pdf, "bbox")
    .split("<page ")
    .slice(1)
    .map((page) => {
      const words = [
        ...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)<\/word>/g),
      ].map(([, x, top, foot, text]) => ({
        x: Number(x),
        y: Number(top) + (Number(foot) - Number(top)) * OVER_BASELINE[metrics],
        text: plainMarks(unescapeXml(text)),
      }));
      return linesOf(words);
    });
}

/** How far apart, in pt, words of one line may stand: signs of other sizes and roundings of the programs. */
const LEVEL = 1.5;

/** The first and the last word of every page by their places, whatever order a program wrote them in; without the page number that opens pages after the first. */
export function edgesOfPages(pdf, metrics) {
  return linesOfPages(pdf, metrics).map((lines) => {
    const words = lines
      .flatMap(({ y, words: own }) =>
        // The dots that lead to a page number may touch the words at both of their ends.
        own.flatMap((word) => word.text.split(/\.{4,}/).map((text) => ({ ...word, text, y }))),
      )
      .filter(({ text }) => text !== "");
    const own = /^\d{1,3}$/.test(lines[0]?.text ?? "") ? words.slice(1) : words;
    const [top, foot] = [own[0]?.y, own.at(-1)?.y];
    const onLevel = (level) => own.filter(({ y }) => Math.abs(y - level) <= LEVEL).sort((a, b) => a.x - b.x);
    return [onLevel(top)[0]?.text, onLevel(foot).at(-1)?.text];
  });
}

function linesOf(words) {
  const sorted = [...words].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines = [];
  for (const word of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.y - word.y) < 0.7) line.words.push(word);
    else lines.push({ y: word.y, words: [word] });
  }
  return lines.map(({ y, words: own }) => {
    const across = own.sort((a, b) => a.x - b.x);
    return { y, x: across[0].x, text: across.map(({ text }) => text).join(" "), words: across };
  });
}

/** Hyphens of all kinds as plain ones; what joins without being seen is left out. */
function plainMarks(text) {
  return text.replace(/[\u00ad\u2010\u2011]/g, "-").replace(/[\u2060\u200b\ufeff]/g, "");
}

function unescapeXml(text) {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&");
}
