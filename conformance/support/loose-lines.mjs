import { pdfText } from "./pdf-words.mjs";

/** A line is loose when its median space is more than so many times the space of the font, which is a quarter of the size. */
const LOOSE = 3;
const SPACE = 0.25;
/** Height of the box that poppler gives a word, in sizes of its font: by the measures that the font states, or as it guesses where there are none. */
const BOXES = [1.107, 1.3];
/** How far spaces that are meant to be equal may differ, pt. */
const NEAR = 0.6;

/**
 * Justified lines of a PDF, and how many of them are loose: { full, loose }. A line is justified when it ends where others of its page do and
 * its spaces are of one width, but for those that do not stretch.
 */
export function looseLines(pdf) {
  let [full, loose] = [0, 0];
  for (const page of pdfText(pdf, "bbox").split("<page ").slice(1)) {
    const lines = linesOf(page).filter((words) => !words.some(({ text }) => /\.{4}/.test(text)));
    const ends = lines.map((words) => words.at(-1).right);
    const edge = Math.max(...ends.filter((one, at) => ends.some((other, index) => index !== at && near(one, other))));
    for (const words of lines) {
      if (words.length < 3 || !near(words.at(-1).right, edge)) continue;
      const gaps = words.slice(1).map(({ left }, index) => left - words[index].right);
      const space = SPACE * sizeOf(words[0].height);
      const widest = gaps.filter((gap) => gap > Math.max(...gaps) - NEAR).length;
      const fixed = gaps.filter((gap) => Math.abs(gap - space) < NEAR).length;
      if (widest < 2 || widest + fixed < gaps.length) continue;
      full++;
      if (median(gaps) > LOOSE * space) {
        loose++;
        if (process.env.SHOW) console.log("   ", words.map(({ text }) => text).join(" "));
      }
    }
  }
  return { full, loose };
}

function near(one, other) {
  return Math.abs(one - other) < 2 * NEAR;
}

/** Sizes are whole or half points: the measure that gives one was used. */
function sizeOf(height) {
  const off = (size) => Math.abs(size * 2 - Math.round(size * 2));
  return BOXES.map((box) => height / box).sort((a, b) => off(a) - off(b))[0];
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The hyphen of a divided word may stand as a word of its own. */
function joined(words) {
  const line = [];
  for (const word of words) {
    const last = line.at(-1);
    if (last === undefined || word.left - last.right > NEAR) line.push(word);
    else line[line.length - 1] = { ...last, right: word.right, text: last.text + word.text };
  }
  return line;
}

function linesOf(page) {
  const words = [
    ...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g),
  ].map(([, left, top, right, foot, text]) => ({
    left: Number(left),
    top: Number(top),
    right: Number(right),
    height: Number(foot) - Number(top),
    text,
  }));
  const lines = [];
  for (const word of words.sort((a, b) => a.top - b.top || a.left - b.left)) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line[0].top - word.top) < 0.7) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => joined(line.sort((a, b) => a.left - b.left)));
}
