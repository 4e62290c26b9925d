import { repeated } from "../../records/index.ts";
import { each, type RecordRule, text } from "../rule.ts";
import { partiesOf } from "./parties-of.ts";

/** Nobody makes an agreement with himself. */
export const sameParty: RecordRule = {
  code: "TRC2158",
  title: text("Обе стороны – одна организация", "Both parties are one organisation"),
  validations: ["V37"],
  why: text("Договор заключают две разные организации", "An agreement takes two different organisations"),
  norm: "ГК РФ, статья 420",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "parties:\n  first: {organisation: centre, alias: Центр}\n  second: {organisation: centre, alias: Школа}",
    right:
      "parties:\n  first: {organisation: centre, alias: Центр}\n  second: {organisation: base-obraztsovo, alias: Школа}",
  },
  check: each("agreements", function* (record) {
    for (const [[pointer]] of repeated(partiesOf(record), ([, { organisation }]) => organisation))
      yield {
        pointer: `${pointer}/organisation`,
        message: text("Две стороны договора – одна организация", "Two parties are one organisation"),
        hints: text("Укажите другую организацию", "Name another organisation"),
      };
  }),
};
