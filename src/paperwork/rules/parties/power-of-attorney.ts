import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, type Fields, fields, partiesOf, string } from "../values.ts";

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
    for (const record of facts.all("agreements")) {
      const date = day(record.data.date);
      if (date === undefined) continue;
      for (const { pointer, party } of partiesOf(record.data)) {
        const { organisation, representative, authority: given } = party;
        const authority = fields(given);
        if (
          representative !== undefined &&
          !facts.isHead(string(organisation), string(representative) ?? "", date) &&
          authority.basis === undefined
        )
          yield {
            record,
            pointer: `${pointer}/representative`,
            message: text(
              `${facts.fullName(representative)} – не руководитель, а доверенность не указана`,
              `${facts.fullName(representative)} is not the head, and no power of attorney is named`,
            ),
            hints: [
              text(
                'Добавьте: authority: {basis: power-of-attorney, title: доверенности, number: "5", date: 2025-09-01}',
                'Add: authority: {basis: power-of-attorney, title: доверенности, number: "5", date: 2025-09-01}',
              ),
            ],
          };
        if (authority.basis !== "power-of-attorney") continue;
        const problem = expired(authority, date);
        if (problem !== null)
          yield {
            record,
            pointer: `${pointer}/authority${problem.at}`,
            message: problem.message,
            hints: [
              text(
                "Проверьте номер, дату и срок доверенности (until)",
                "Check the number, the date and the term (until)",
              ),
            ],
          };
      }
    }
  },
};

function expired(
  authority: Fields,
  date: string,
): { readonly at: string; readonly message: Finding["message"] } | null {
  const given = day(authority.date);
  if (given === undefined || authority.number === undefined)
    return {
      at: "",
      message: text("У доверенности нет номера или даты", "The power of attorney has no number or date"),
    };
  if (given > date)
    return {
      at: "/date",
      message: text(
        `Доверенность выдана ${numericDate(given)}, позже договора`,
        `The power of attorney of ${given} is later than the agreement`,
      ),
    };
  const until = day(authority.until) ?? `${Number(given.slice(0, 4)) + 1}${given.slice(4)}`;
  return until < date
    ? {
        at: "/date",
        message: text(`Доверенность действовала по ${numericDate(until)}`, `The power of attorney expired on ${until}`),
      }
    : null;
}
