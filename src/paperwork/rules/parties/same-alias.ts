import { repeated } from "../../records/index.ts";
import { each, type RecordRule, text } from "../rule.ts";
import { partiesOf } from "./parties-of.ts";

/** Two parties bear two names in the text. */
export const sameAlias: RecordRule = {
  code: "TRC2154",
  title: text("Стороны названы одинаково", "The parties bear one name"),
  validations: ["V39"],
  why: text(
    "Если обе стороны названы одинаково, не понять, кто кому должен",
    "When both parties bear one name nobody can tell who owes what",
  ),
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong:
      "parties:\n  first: {organisation: centre, alias: Центр}\n  second: {organisation: base-obraztsovo, alias: Центр}",
    right:
      "parties:\n  first: {organisation: centre, alias: Центр}\n  second: {organisation: base-obraztsovo, alias: Школа}",
  },
  check: each("agreements", function* (record) {
    for (const [[pointer, { alias }], [first]] of repeated(partiesOf(record), ([, one]) => one.alias?.toLowerCase()))
      yield {
        pointer: `${pointer}/alias`,
        message: text(`Две стороны названы «${alias}»`, `Two parties are called "${alias}"`),
        hints: text(
          "Назовите стороны по-разному: Управление, Центр, Базовая организация",
          "Give them different names: Управление, Центр, Базовая организация",
        ),
        related: { pointer: `${first}/alias`, message: text("другая сторона", "the other party") },
      };
  }),
};
