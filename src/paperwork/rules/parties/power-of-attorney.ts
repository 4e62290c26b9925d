import { numericDate } from "../../../base/text/index.ts";
import { isHead } from "../../facts/index.ts";
import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type FindingIn, inRecord, type RecordRule, type Text, text } from "../rule.ts";
import { type Party, signersOf } from "./parties-of.ts";

/** A representative acts on a power of attorney that is in force. */
export const powerOfAttorney: RecordRule = {
  code: "TRC2150",
  title: text("Доверенность: нет, не указана или истекла", "Power of attorney missing or expired"),
  validations: ["V60"],
  severity: "warning",
  why: text(
    "Руководитель действует на основании устава, другой представитель – на основании доверенности, срок которой не истёк",
    "The head acts on the charter, anybody else on a power of attorney in force",
  ),
  norm: "ГК РФ, статьи 185, 186: доверенность без срока действует один год",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong:
      'parties:\n  first: {organisation: centre, alias: Центр}\n  second:\n    organisation: base-obraztsovo\n    alias: Школа\n    representative: zhuk-ayu\n    authority: {basis: power-of-attorney, title: доверенности, number: "1", date: 2024-09-01}',
    right:
      'parties:\n  first: {organisation: centre, alias: Центр}\n  second:\n    organisation: base-obraztsovo\n    alias: Школа\n    representative: zhuk-ayu\n    authority: {basis: power-of-attorney, title: доверенности, number: "1", date: 2025-09-01}',
  },
  *check(facts): Iterable<Finding> {
    for (const record of [...facts.all("agreements"), ...facts.all("documents", "transfer-act")])
      for (const found of powersOf(record, facts)) yield inRecord(record, found);
  },
};

type Signed = RecordOf<"agreements"> | RecordOf<"documents">;

function* powersOf(record: Signed, facts: Facts): Iterable<FindingIn> {
  const { date } = record.data;
  if (date === undefined) return;
  for (const [pointer, { organisation, representative, authority = {} }] of signersOf(record, facts)) {
    const heads = representative === undefined || isHead(facts.dossier, { person: representative, organisation, date });
    if (!heads && authority.basis === undefined)
      yield {
        pointer: `${pointer}/representative`,
        message: text(
          `${facts.fullName(representative)} – не руководитель, а доверенность не указана`,
          `“${facts.fullName(representative)}” is not the head, and no power of attorney is named`,
        ),
        hints: text(
          'Добавьте: authority: {basis: power-of-attorney, title: доверенности, number: "5", date: 2025-09-01}',
          'Add: authority: {basis: power-of-attorney, title: доверенности, number: "5", date: 2025-09-01}',
        ),
      };
    // What the party does not say the record of the organisation does.
    const owner = facts.find("organisations", organisation);
    const given = authority.basis === undefined ? owner?.data.authority : authority;
    const problem = given?.basis === "power-of-attorney" ? problemOf(given, date) : null;
    if (problem !== null)
      yield {
        ...(given === authority || owner === undefined
          ? { pointer: `${pointer}/authority${problem.at}` }
          : { record: owner, pointer: `/authority${problem.at}` }),
        message: problem.message,
        hints: text(
          "Проверьте номер, дату и срок доверенности (until)",
          "Check the number, the date and the term (until)",
        ),
      };
  }
}

type Problem = { readonly at: string; readonly message: Text };

function problemOf({ date: given, number, until }: NonNullable<Party["authority"]>, date: string): Problem | null {
  if (given === undefined || number === undefined)
    return {
      at: "",
      message: text("У доверенности нет номера или даты", "The power of attorney has no number or date"),
    };
  if (given > date)
    return {
      at: "/date",
      message: text(
        `Доверенность выдана ${numericDate(given)}, позже документа`,
        `The power of attorney of ${given} is later than the document`,
      ),
    };
  const last = until ?? `${Number(given.slice(0, 4)) + 1}${given.slice(4)}`;
  if (last >= date) return null;
  return {
    at: "/date",
    message: text(`Доверенность действовала по ${numericDate(last)}`, `The power of attorney expired on ${last}`),
  };
}
