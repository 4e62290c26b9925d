import { linesOfPages } from "./pdf-words.mjs";

/** How far a line may stand from its twin, in pt: what rounding to twips adds up to over a page. */
const NEAR = 1.2;

/**
 * Lines of our PDF against those of the word processor: how many stand on the same page with the same words (`same` of `total`),
 * and the first place where the words or the height differ: { page, ours, theirs }, or null.
 */
export function compareLines(pdf, office) {
  const ours = linesOfPages(pdf, "stated");
  const theirs = linesOfPages(office, "guessed");
  let [same, total] = [0, 0];
  let first = null;
  for (const [page, lines] of ours.entries()) {
    const others = theirs[page] ?? [];
    const waiting = new Map();
    for (const { text } of others) waiting.set(text, (waiting.get(text) ?? 0) + 1);
    for (const { text } of lines) {
      total++;
      const left = waiting.get(text) ?? 0;
      if (left > 0) same++;
      waiting.set(text, left - 1);
    }
    first ??= firstDifference(lines, others, page + 1);
  }
  return { same, total, first };
}

function firstDifference(lines, others, page) {
  for (let index = 0; index < Math.max(lines.length, others.length); index++) {
    const [ours, theirs] = [lines[index], others[index]];
    if (ours !== undefined && theirs !== undefined) {
      if (ours.text === theirs.text && Math.abs(ours.y - theirs.y) <= NEAR && Math.abs(ours.x - theirs.x) <= NEAR)
        continue;
    }
    return { page, above: lines[index - 1], ours, theirs };
  }
  return null;
}
