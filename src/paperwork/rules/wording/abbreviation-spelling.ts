import { escapeExpression } from "../../../base/text/index.ts";
import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** The abbreviation of the centre is spelt one way. */
export const abbreviationSpelling: WordingRule = {
  code: "TRC4116",
  title: text("Сокращение центра написано иначе", "The abbreviation of the centre is spelt otherwise"),
  validations: ["V45"],
  severity: "warning",
  why: text("Сокращение центра пишут во всём комплекте одинаково", "The abbreviation of the centre is spelt one way"),
  norm: "Положение: принятое сокращение",
  example: inOrder("утвердить план работы ОО-ТРЦ", "утвердить план работы ОО – ТРЦ"),
  finderFor: ({ centre }) => {
    const right = (centre?.data.abbreviation ?? "").replace(/[\s\u00a0]+/g, " ");
    const parts = right.split(/[\s\u00a0]*[-–—][\s\u00a0]*/).map(escapeExpression);
    if (parts.length < 2) return () => [];
    const any = new RegExp(`(?<!\\p{L})${parts.join("[\\s\\u00a0]*[-–—][\\s\\u00a0]*")}(?!\\p{L})`, "gu");
    return replacing(any, ([found]) => (found.replace(/[\s\u00a0]+/g, " ") === right ? null : right));
  },
};
