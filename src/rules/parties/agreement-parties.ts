import type { ContentRecord } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, type Fields, fields, number, partiesOf, shortDate, string } from "../values.ts";

type Side = ReturnType<typeof partiesOf>[number];

/** The first party that has in `key` what a party before it has, with that one. */
function twice(
  record: ContentRecord,
  key: string,
): { readonly again: Side; readonly before: Side; readonly value: string } | undefined {
  const seen = new Map<string, Side>();
  for (const side of partiesOf(record.data)) {
    const value = string(side.party[key]);
    if (value === undefined) continue;
    const before = seen.get(value.toLowerCase());
    if (before !== undefined) return { again: side, before, value };
    seen.set(value.toLowerCase(), side);
  }
  return undefined;
}

/** Two parties bear two names in the text. */
export const sameAlias: RecordRule = {
  code: "TRC2154",
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
      const found = twice(record, "alias");
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

/** Nobody makes an agreement with himself. */
export const sameParty: RecordRule = {
  code: "TRC2158",
  validations: ["V37"],
  severity: "error",
  why: text("Договор заключают две разные организации", "An agreement takes two different organisations"),
  norm: "ГК РФ, статья 420",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "parties:\n  first: {organisation: centre, alias: Центр}\n  second: {organisation: centre, alias: Школа}",
    right:
      "parties:\n  first: {organisation: centre, alias: Центр}\n  second: {organisation: base-obraztsovo, alias: Школа}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("agreements")) {
      const found = twice(record, "organisation");
      if (found === undefined) continue;
      yield {
        record,
        pointer: `${found.again.pointer}/organisation`,
        message: text("Две стороны договора – одна организация", "Two parties are one organisation"),
        hints: [text("Укажите другую организацию", "Name another organisation")],
        actual: found.value,
      };
    }
  },
};

/** Every party gets its copy, and the founder who consents one more. */
export const copies: RecordRule = {
  code: "TRC2135",
  validations: ["V38"],
  severity: "error",
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
      const needed = partiesOf(record.data).length + (record.data["foundersConsent"] === undefined ? 0 : 1);
      const given = number(record.data["copies"]);
      if (given === undefined || given >= needed) continue;
      yield {
        record,
        pointer: "/copies",
        message: text(
          `Экземпляров ${given}, а нужно не меньше ${needed}`,
          `There are ${given} copies, at least ${needed} are needed`,
        ),
        hints: [text(`Напишите: copies: ${needed}`, `Write: copies: ${needed}`)],
        actual: String(given),
        expected: String(needed),
      };
    }
  },
};

/** Money and its absence agree with the mode. */
export const finance: RecordRule = {
  code: "TRC2157",
  validations: ["V57"],
  severity: "error",
  why: text(
    "Платный договор без суммы нельзя исполнить, а у безвозмездного суммы не бывает",
    "A paid agreement needs an amount, a gratuitous one has none",
  ),
  norm: "ГК РФ, статьи 423, 424",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "finance: {mode: paid}",
    right: "finance: {mode: paid, amount: 12500, source: субсидия}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("agreements")) {
      const { mode, amount } = fields(record.data["finance"]);
      if (mode === "paid" && !(typeof amount === "number" && amount > 0))
        yield {
          record,
          pointer: "/finance/mode",
          message: text("Договор платный, а сумма не указана", "The agreement is paid, but names no amount"),
          hints: [text("Добавьте в finance: amount: 12500", "Add to finance: amount: 12500")],
        };
      if (mode === "gratuitous" && amount !== undefined)
        yield {
          record,
          pointer: "/finance/amount",
          message: text("Договор безвозмездный, а сумма указана", "The agreement is gratuitous, but names an amount"),
          hints: [text("Удалите amount или напишите: mode: paid", "Delete amount or write: mode: paid")],
        };
    }
  },
};

/** A representative acts on a power of attorney that is in force. */
export const powerOfAttorney: RecordRule = {
  code: "TRC2150",
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
      const date = day(record.data["date"]);
      if (date === undefined) continue;
      for (const { pointer, party } of partiesOf(record.data)) {
        const { organisation, representative, authority: given } = party;
        const authority = fields(given);
        if (
          representative !== undefined &&
          !facts.isHead(organisation, representative, date) &&
          authority["basis"] === undefined
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
        if (authority["basis"] !== "power-of-attorney") continue;
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
  const given = day(authority["date"]);
  if (given === undefined || authority["number"] === undefined)
    return {
      at: "",
      message: text("У доверенности нет номера или даты", "The power of attorney has no number or date"),
    };
  if (given > date)
    return {
      at: "/date",
      message: text(
        `Доверенность выдана ${shortDate(given)}, позже договора`,
        `The power of attorney of ${given} is later than the agreement`,
      ),
    };
  const until = day(authority["until"]) ?? `${Number(given.slice(0, 4)) + 1}${given.slice(4)}`;
  return until < date
    ? {
        at: "/date",
        message: text(`Доверенность действовала по ${shortDate(until)}`, `The power of attorney expired on ${until}`),
      }
    : null;
}

/** Nobody stands twice in a distribution list. */
export const addresseeTwice: RecordRule = {
  code: "TRC2136",
  validations: ["V38"],
  severity: "warning",
  why: text(
    "Число экземпляров считают по списку; повтор завышает его",
    "The copies are counted by the list; a double inflates them",
  ),
  example: {
    file: "documents/distribution-145.yaml",
    wrong:
      "rows:\n  - {addressee: centre, copies: 1, medium: paper, via: нарочно}\n  - {addressee: centre, copies: 1, medium: electronic, via: электронная почта}",
    right: "rows:\n  - {addressee: centre, copies: 2, medium: paper, via: нарочно}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.ofKind("documents", "distribution-list")) {
      const rows = Array.isArray(record.data["rows"]) ? record.data["rows"] : [];
      const seen = new Map<string, number>();
      for (const [index, row] of rows.entries()) {
        const addressee = string(fields(row)["addressee"]);
        if (addressee === undefined) continue;
        const first = seen.get(addressee);
        if (first === undefined) seen.set(addressee, index);
        else
          yield {
            record,
            pointer: `/rows/${index}/addressee`,
            message: text(`Адресат «${addressee}» указан дважды`, `The addressee "${addressee}" stands twice`),
            hints: [text("Оставьте одну строку и сложите экземпляры", "Keep one row and add up the copies")],
            related: [{ record, pointer: `/rows/${first}/addressee`, message: text("первая строка", "the first row") }],
            actual: addressee,
          };
      }
    }
  },
};
