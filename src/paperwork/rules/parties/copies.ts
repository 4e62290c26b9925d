import { type Finding, type FindingIn, inRecord, type RecordRule, text } from "../rule.ts";
import { partiesOf } from "./parties-of.ts";

/** Every party gets its copy, and the founder who consents one more. */
export const copies: RecordRule = {
  code: "TRC2135",
  title: text("Экземпляров меньше, чем нужно", "Too few copies"),
  validations: ["V38"],
  why: text(
    "Каждой стороне нужен свой подлинник, а согласующему учредителю – ещё один",
    "Each party needs an original, and the consenting founder one more",
  ),
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "copies: 2\nfoundersConsent: {organisation: committee}",
    right: "copies: 3\nfoundersConsent: {organisation: committee}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("agreements")) {
      const { copies: given, foundersConsent } = record.data;
      const needed = partiesOf(record).length + (foundersConsent === undefined ? 0 : 1);
      for (const found of tooFew(given, needed)) yield inRecord(record, found);
    }
    // Of what is drawn up about the work in another organisation, that one gets a copy too.
    for (const record of facts.all("documents")) {
      const { copies: given, recipient, issuer } = record.data;
      if (recipient === undefined || recipient === issuer) continue;
      // It is custom, not law: one copy may do.
      for (const found of tooFew(given, 2)) yield inRecord(record, { ...found, severity: "warning" });
    }
  },
};

function* tooFew(given: number | undefined, needed: number): Iterable<FindingIn> {
  if (given === undefined || given >= needed) return;
  yield {
    pointer: "/copies",
    message: text(
      `Экземпляров ${given}, а нужно не меньше ${needed}`,
      `There are ${given} copies, at least ${needed} are needed`,
    ),
    hints: text(`Напишите: copies: ${needed}`, `Write: copies: ${needed}`),
    expected: String(needed),
  };
}
