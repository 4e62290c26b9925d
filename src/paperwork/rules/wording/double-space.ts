import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** One space between words. */
export const doubleSpace: WordingRule = {
  code: "TRC4112",
  title: text("Два пробела подряд", "Two spaces in a row"),
  validations: ["V43"],
  why: text("Два пробела подряд видны в строке, выключенной по ширине", "Two spaces show in a justified line"),
  norm: "Типографика: один пробел между словами",
  example: inOrder("принять  заявки", "принять заявки"),
  recordsOnly: true,
  findText: replacing(/(?<=\S)[ \u00a0]{2,}(?=\S)/gu, ([found]) => (found.includes("\u00a0") ? "\u00a0" : " "), {
    message: "title",
  }),
};
