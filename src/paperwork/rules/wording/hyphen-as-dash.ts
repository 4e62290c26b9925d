import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** A dash between words, a hyphen within one. */
export const hyphenAsDash: WordingRule = {
  code: "TRC4121",
  title: text("Дефис вместо тире", "A hyphen in place of a dash"),
  validations: ["V45"],
  severity: "warning",
  why: text(
    "Между словами с пробелами ставят тире, дефис – только внутри слова",
    "A dash stands between words, a hyphen within one",
  ),
  norm: "Правила русской пунктуации",
  example: inOrder("жюри - три человека", "жюри – три человека"),
  finderFor: ({ centre }) => {
    const [first = "", last = ""] = (centre?.data.abbreviation ?? "").split(/[\s\u00a0]*[-–—][\s\u00a0]*/);
    // The abbreviation of the centre has a rule of its own.
    const own = ({ input, index }: RegExpExecArray): boolean =>
      last !== "" && input.slice(0, index).endsWith(first) && input.startsWith(last, index + 3);
    return replacing(/ - (?<=[\p{L}\d»)] - )(?=[\p{L}\d«(])/gu, (found) => (own(found) ? null : " – "), {
      message: "title",
    });
  },
};
