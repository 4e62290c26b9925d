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
    const own = centre?.data.abbreviation ?? "";
    return replacing(
      / - (?<=[\p{L}\d»)] - )(?=[\p{L}\d«(])/gu,
      ({ input, index }) => (nearAbbreviation(input, index, own) ? null : " – "),
      { message: "title" },
    );
  },
};

/** The abbreviation of the centre has a rule of its own. */
function nearAbbreviation(raw: string, at: number, abbreviation: string): boolean {
  const [first = "", last = ""] = abbreviation.split(/[\s\u00a0]*[-–—][\s\u00a0]*/);
  return (
    last !== "" &&
    raw.slice(Math.max(0, at - first.length), at) === first &&
    raw.slice(at + 3, at + 3 + last.length) === last
  );
}
