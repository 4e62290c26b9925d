import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** Dots of omission, initials and shortenings before a comma are right. */
const TOGETHER = /(?<![.?!\p{N}\\])\.\.(?![./])|,\.|[,;:](?=[,;:])[,;:]|;\.|:\.(?!\.)/gu;

/** One mark of punctuation at a place. */
export const marksTogether: WordingRule = {
  code: "TRC4130",
  title: text("Два знака препинания подряд", "Two marks of punctuation together"),
  validations: ["V43"],
  why: text("Второй знак остаётся при правке и печатается", "The second mark is left by editing, and is printed"),
  example: inOrder("принять заявки..", "принять заявки."),
  findText: replacing(TOGETHER, ([found]) => found.slice(-1), { message: "title", safe: false }),
};
