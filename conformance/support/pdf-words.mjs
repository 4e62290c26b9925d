import { run } from "./programs.mjs";

/** Words of every page in reading order, without the page number that opens pages after the first. */
export function wordsOfPages(pdf) {
  const pages = run("pdftotext", ["-raw", pdf, "-"]).stdout.split("\f").slice(0, -1);
  return pages.map((page) => {
    const words = page.split(/[\s\u00a0\u202f]+/u).filter((word) => word !== "");
    return /^\d{1,3}$/.test(page.trimStart().split("\n")[0]?.trim() ?? "") ? words.slice(1) : words;
  });
}
