import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

const PAIRS = [
  ["(", ")"],
  ["[", "]"],
  ["«", "»"],
] as const;
/** «1)», «а)». */
const ITEM = /(?:^|[\s(;,])(?:\d{1,3}(?:\.\d{1,3})*|\p{Ll})$/u;

/** What is opened is closed. */
export const unpaired: WordingRule = {
  code: "TRC4129",
  title: text("Скобка или кавычка без пары", "A bracket or a quote without its pair"),
  validations: ["V43"],
  severity: "warning",
  why: text(
    "Без пары не видно, где кончается вставка или название",
    "Without its pair nobody sees where the insertion or the name ends",
  ),
  norm: "Правила русской орфографии и пунктуации",
  example: inOrder("принять заявки (до 17 часов", "принять заявки (до 17 часов)"),
  recordsOnly: true,
  *findText(raw): Iterable<TextMatch> {
    for (const [open, close] of PAIRS) {
      // A nested name may share its last quote with the outer one, and an item of a list is written «1)».
      const opened: number[] = [];
      const closed: number[] = [];
      for (let at = 0; at < raw.length; at++)
        if (raw[at] === open) opened.push(at);
        else if (raw[at] === close && opened.pop() === undefined) closed.push(at);
      const shared = open === "«" && /«[^»]*«[^»]*»/.test(raw);
      const wrong = [
        ...(shared ? [] : opened),
        ...(open === "(" ? closed.filter((at) => !ITEM.test(raw.slice(0, at))) : closed),
      ];
      for (const start of wrong)
        yield {
          start,
          end: start + 1,
          message: text(`Знак ${raw[start]} без пары`, `The mark ${raw[start]} without its pair`),
          hints: text("Поставьте вторую половину или удалите эту", "Add its other half, or delete it"),
        };
    }
  },
};
