import type { Facts } from "../facts.ts";
import { each, type RecordRule, text } from "../rule.ts";
import { partiesOf } from "./parties-of.ts";

/** An agreement with the committee has the committee for a party, one with a base school a base school. */
export const partyOfKind: RecordRule = {
  code: "TRC2234",
  title: text("Сторона договора – не та организация", "A party that does not suit the kind of the agreement"),
  validations: ["V09"],
  why: text(
    "Условия договора написаны для определённой стороны: договор с комитетом заключают с комитетом, с базовой школой – с ней",
    "The terms are written for one party: the committee, or a base school",
  ),
  norm: "Положение, раздел 6",
  example: {
    file: "agreements/1-2025-trc.yaml",
    wrong:
      "parties:\n  first: {organisation: base-uchebnoe, alias: Комитет}\n  second: {organisation: centre, alias: Центр}",
    right:
      "parties:\n  first: {organisation: committee, alias: Комитет}\n  second: {organisation: centre, alias: Центр}",
  },
  check: each("agreements", function* (record, facts) {
    const wanted = WANTED[record.kind ?? ""];
    const parties = partiesOf(record);
    if (wanted === undefined || parties.length < 2) return;
    const others = parties.filter(([, { organisation }]) => organisation !== "centre");
    const last = parties.at(-1);
    if (others.length === parties.length && last !== undefined) {
      yield {
        pointer: `${last[0]}/organisation`,
        message: text("Центра нет среди сторон договора", "The centre is no party of the agreement"),
        hints: text(
          "Исправьте одну из сторон: organisation: centre",
          "Correct one of the parties: organisation: centre",
        ),
      };
      return;
    }
    const [first] = others;
    if (first === undefined || others.some(([, { organisation }]) => isOf(facts, organisation, wanted))) return;
    const [at, { organisation }] = first;
    if (facts.find("organisations", organisation) === undefined) return;
    yield {
      pointer: `${at}/organisation`,
      message:
        wanted === "committee"
          ? text(`«${organisation}» – не комитет этого центра`, `"${organisation}" is not the committee of the centre`)
          : text(`«${organisation}» – не базовая школа`, `"${organisation}" is no base school`),
      hints: text("Исправьте сторону или вид договора (kind)", "Correct the party or the kind of the agreement (kind)"),
    };
  }),
};

/** Whom an agreement of a kind is made with. */
const WANTED: { readonly [kind: string]: "committee" | "base-school" } = {
  "agreement-committee": "committee",
  "agreement-base": "base-school",
};

function isOf(facts: Facts, id: string | undefined, wanted: "committee" | "base-school"): boolean {
  if (wanted === "committee") return facts.centre?.data.committee === undefined || id === facts.centre.data.committee;
  return facts.find("organisations", id)?.data.role === "base-school";
}
