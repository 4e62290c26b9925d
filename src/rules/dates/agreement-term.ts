import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, fields, shortDate } from "../values.ts";

/** An agreement must not end before it begins. */
export const termOrder: RecordRule = {
  code: "TRC2105",
  validations: ["V05"],
  severity: "error",
  why: text(
    "Договор, который кончается раньше, чем начинается, никогда не действовал",
    "An agreement that ends before it begins was never in force",
  ),
  norm: "ГК РФ, статья 190",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "term: {from: 2025-09-12, to: 2025-08-31, prolongation: mutual, noticeDays: 30}",
    right: "term: {from: 2025-09-12, to: 2026-08-31, prolongation: mutual, noticeDays: 30}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("agreements")) {
      const term = fields(record.data["term"]);
      const [from, to] = [day(term["from"]), day(term["to"])];
      if (from === undefined || to === undefined || to > from) continue;
      yield {
        record,
        pointer: "/term/to",
        message: text(
          `Договор действует по ${shortDate(to)}, а начинается ${shortDate(from)}`,
          `The agreement ends on ${to} but begins on ${from}`,
        ),
        hints: [
          text(
            `Исправьте год или день: срок кончается позже ${shortDate(from)}`,
            `Mend the year or the day: the term ends after ${from}`,
          ),
        ],
        related: [{ record, pointer: "/term/from", message: text("начало срока", "the term begins here") }],
        actual: to,
      };
    }
  },
};

/** An agreement without an end says why. */
export const openEnded: RecordRule = {
  code: "TRC2106",
  validations: ["V05"],
  severity: "error",
  why: text(
    "Если срок не ограничен, в договоре указывают, чем он определён",
    "An agreement without an end says what its term depends on",
  ),
  norm: "ГК РФ, статья 190",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "term: {from: 2025-09-12, prolongation: none, noticeDays: 30}",
    right: "term: {from: 2025-09-12, prolongation: none, noticeDays: 30, grounds: на срок действия статуса}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("agreements")) {
      const term = fields(record.data["term"]);
      if (term["from"] === undefined || term["to"] !== undefined || term["grounds"] !== undefined) continue;
      yield {
        record,
        pointer: "/term",
        key: true,
        message: text(
          "У договора нет ни последнего дня, ни основания бессрочности",
          "The agreement has neither an end nor a ground for having none",
        ),
        hints: [
          text("Добавьте в term строку: to: 2026-08-31", "Add to term: to: 2026-08-31"),
          text("Или основание: grounds: на срок действия статуса", "Or the ground: grounds: на срок действия статуса"),
        ],
      };
    }
  },
};

/** An agreement that reaches back before its date says so. */
export const retroactive: RecordRule = {
  code: "TRC2108",
  validations: ["V06"],
  severity: "error",
  why: text(
    "Договор действует с заключения; на прежние отношения его распространяют только прямой оговоркой",
    "An agreement is in force from its conclusion; it reaches back only by an express clause",
  ),
  norm: "ГК РФ, статья 425, пункт 2",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "term: {from: 2025-09-01, to: 2026-08-31, prolongation: mutual, noticeDays: 30}",
    right: "term: {from: 2025-09-01, to: 2026-08-31, prolongation: mutual, noticeDays: 30, retroactive: true}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("agreements")) {
      const term = fields(record.data["term"]);
      const [from, date] = [day(term["from"]), day(record.data["date"])];
      if (from === undefined || date === undefined || from >= date || term["retroactive"] === true) continue;
      yield {
        record,
        pointer: "/term/from",
        message: text(
          `Договор от ${shortDate(date)} действует с более раннего дня – ${shortDate(from)}`,
          `The agreement of ${date} is in force from an earlier day, ${from}`,
        ),
        hints: [
          text(`Исправьте: from: ${date}`, `Mend: from: ${date}`),
          text(
            "Если так задумано, добавьте в term: retroactive: true – в договоре появится оговорка",
            "If it is meant, add to term: retroactive: true; the agreement gets the clause",
          ),
        ],
        related: [{ record, pointer: "/date", message: text("дата договора", "date of the agreement") }],
        actual: from,
        expected: date,
      };
    }
  },
};

/** There is nothing to prolong in an agreement without an end. */
export const prolongation: RecordRule = {
  code: "TRC2156",
  validations: ["V05"],
  severity: "warning",
  why: text(
    "Бессрочный договор не продлевают: пункт о продлении будет лишним",
    "An agreement without an end is never prolonged",
  ),
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "term: {from: 2025-09-12, prolongation: auto, noticeDays: 30, grounds: на срок действия статуса}",
    right: "term: {from: 2025-09-12, prolongation: none, noticeDays: 30, grounds: на срок действия статуса}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("agreements")) {
      const term = fields(record.data["term"]);
      if (term["from"] === undefined || term["to"] !== undefined) continue;
      if (term["prolongation"] === undefined || term["prolongation"] === "none") continue;
      yield {
        record,
        pointer: "/term/prolongation",
        message: text(
          "Продление указано у договора без последнего дня",
          "Prolongation of an agreement that has no end",
        ),
        hints: [text("Напишите: prolongation: none", "Write: prolongation: none")],
        expected: "none",
      };
    }
  },
};
