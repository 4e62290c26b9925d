import { type Finding, type RecordRule, text } from "../rule.ts";
import { repeatedInParties } from "./repeated-in-parties.ts";

/** Two parties bear two names in the text. */
export const sameAlias: RecordRule = {
  code: "TRC2154",
  title: text("Стороны названы одинаково", "The parties bear one name"),
  validations: ["V39"],
  severity: "error",
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
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("agreements")) {
      const found = repeatedInParties(record, "alias");
      if (found === undefined) continue;
      yield {
        record,
        pointer: `${found.again.pointer}/alias`,
        message: text(`Две стороны названы «${found.value}»`, `Two parties are called "${found.value}"`),
        hints: [
          text(
            "Назовите стороны по-разному: Комитет, Центр, Базовая организация",
            "Give them different names: Комитет, Центр, Базовая организация",
          ),
        ],
        related: [
          { record, pointer: `${found.before.pointer}/alias`, message: text("другая сторона", "the other party") },
        ],
        actual: found.value,
      };
    }
  },
};
