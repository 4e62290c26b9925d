import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** What testifies to an event is not made before it. */
export const beforeEvent: RecordRule = {
  code: "TRC2269",
  title: text("Документ раньше мероприятия, о котором он", "A document is before the event that it is about"),
  validations: ["V07"],
  severity: "error",
  why: text(
    "Сертификат удостоверяет то, что состоялось, до последней встречи; справка – хотя бы первую: раньше удостоверять нечего",
    "A certificate testifies to an event up to its last session, an analytical report at least to its first: before there is nothing to testify to",
  ),
  example: {
    file: "documents/sample-of-certificate.yaml",
    wrong: "date: 2025-10-20",
    right: "date: 2025-11-20",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("documents")) {
      const { date } = record.data;
      const isWhole = typeof record.data.result === "string";
      const named = isWhole ? [record.data.result] : (record.data.events ?? []);
      if (date === undefined || !Array.isArray(named)) continue;
      for (const id of named) {
        const result = facts.find("results", id);
        const days = result?.data.sessions?.flatMap((session) => session.date ?? []).sort() ?? [];
        // A report counts the sessions up to its day, and says of an event that was moved why there was none.
        const day = days.at(isWhole ? -1 : 0);
        if (!isWhole && result?.data.status === "moved") continue;
        if (result === undefined || day === undefined || date >= day) continue;
        yield {
          record,
          pointer: "/date",
          message: text(
            `Документ от ${numericDate(date)}, а мероприятие ${isWhole ? "закончилось" : "началось"} ${numericDate(day)}`,
            `The document is of ${date}, the event ${isWhole ? "ended" : "began"} on ${day}`,
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
