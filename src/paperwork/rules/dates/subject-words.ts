/** Begins of the words that say what the subject of an order is about: not those that stand in every second one. */
export function stemsOf(subject: string): readonly string[] {
  return [...subject.toLowerCase().matchAll(/\p{L}{5,}/gu)]
    .map(([word]) => word.slice(0, 6))
    .filter((stem) => !COMMON.has(stem));
}

const COMMON = new Set([
  "террит",
  "ресурс",
  "центра",
  "муници",
  "провед",
  "работы",
  "работе",
  "работу",
  "образо",
  "органи",
  "школы",
  "приказ",
]);
