import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** What testifies to an event is not made before it. */
export const beforeEvent: RecordRule = {
  code: "TRC2269",
  title: text("Документ раньше мероприятия, о котором он", "A document is before the event that it is about"),
  validations: ["V07"],
  severity: "error",
  why: text(
    "Сертификат и справка удостоверяют то, что состоялось: до последней встречи удостоверять нечего",
    "A certificate and an analytical report testify to what took place: before its last session there is nothing to testify to",
  ),
  example: {
    file: "documents/sample-of-certificate.yaml",
    wrong: "date: 2025-10-20",
    right: "date: 2025-11-20",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("documents")) {
      const { date } = record.data;
      const named = typeof record.data.result === "string" ? [record.data.result] : (record.data.events ?? []);
      if (date === undefined || !Array.isArray(named)) continue;
      for (const id of named) {
        const result = facts.find("results", id);
        const last = result?.data.sessions
          ?.flatMap((session) => session.date ?? [])
          .sort()
          .at(-1);
        if (result === undefined || last === undefined || date >= last) continue;
        yield {
          record,
          pointer: "/date",
          message: text(
            `Документ от ${numericDate(date)}, а мероприятие закончилось ${numericDate(last)}`,
            `The document is of ${date}, the event ended on ${last}`,
          ),
          hints: text("Исправьте дату документа или встречи", "Correct the date of the document, or of the session"),
          related: {
            record: result,
            pointer: "/sessions",
            message: text("встречи мероприятия", "sessions of the event"),
          },
        };
        break;
      }
    }
  },
};
