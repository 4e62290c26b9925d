import { isDay, numericDate } from "../../../base/text/index.ts";
import type { ContentRecord, RecordOf } from "../../records/index.ts";
import type { DatedRecord } from "../facts.ts";
import { matchesIn } from "../matches-in.ts";
import { DATED, dayOf, SPACE } from "../reference-date.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";
import { groundsOf } from "./grounds-of.ts";

/** A document is not older than what it rests on. */
export const olderThanGround: RecordRule = {
  code: "TRC2123",
  title: text("Документ старше своего основания", "The document is older than its ground"),
  validations: ["V16"],
  why: text(
    "Документ ссылается на то, что уже есть: основание не может быть моложе его",
    "A document rests on what exists already",
  ),
  example: { file: "orders/2025/88-od-2025.yaml", wrong: "date: 2025-09-04", right: "date: 2025-09-08" },
  *check(facts): Iterable<Finding> {
    for (const own of facts.documents) {
      if (own.record.collection === "regulations") continue;
      for (const { pointer, target } of groundsOf(facts, own.record)) {
        const ground = facts.dated(target);
        if (ground === undefined) continue;
        const to =
          own.record.collection === "reports" && pointer.startsWith("/orders") ? own.record.data.period?.to : undefined;
        if (to !== undefined && ground.date > to && ground.date <= own.date)
          yield afterPeriod(own.record, pointer, to, ground);
        const { record } = own;
        const begun =
          record.collection === "documents" && record.kind === OF_HELP && pointer === "/basis"
            ? record.data.period?.from
            : undefined;
        if (begun !== undefined && begun < ground.date && ground.date <= own.date)
          yield beforeBasis(own.record, begun, ground);
        if (ground.date <= own.date) continue;
        yield {
          record: own.record,
          pointer,
          message: text(
            `Документ от ${numericDate(own.date)} ссылается на более поздний – от ${numericDate(ground.date)}`,
            `The document of ${own.date} refers to a later one, of ${ground.date}`,
          ),
          hints: text("Исправьте дату документа или ссылку", "Correct the date of the document or the reference"),
          related: [
            { ...own, message: text("дата документа", "date of the document") },
            { ...ground, message: text("дата основания", "date of the ground") },
          ],
          actual: own.date,
        };
      }
      yield* named(own);
      if (own.record.collection === "orders") yield* repealed(own.record, own.date);
      if (own.record.collection === "documents") {
        const { reply } = own.record.data;
        if (reply?.date !== undefined && reply.date > own.date)
          yield {
            record: own.record,
            pointer: "/reply/date",
            message: text(
              `Письмо от ${numericDate(own.date)} отвечает на более позднее – от ${numericDate(reply.date)}`,
              `The letter of ${own.date} answers a later one, of ${reply.date}`,
            ),
            hints: text(
              "Исправьте дату письма, на которое отвечают",
              "Correct the date of the letter that is answered",
            ),
            related: { ...own, message: text("дата документа", "date of the document") },
          };
      }
    }
  },
};

/** Help is given by the order that an act names, not before it. */
function beforeBasis(record: ContentRecord, begun: string, ground: DatedRecord): Finding {
  return {
    record,
    pointer: "/period/from",
    severity: "warning",
    message: text(
      `Помощь оказана с ${numericDate(begun)}, а приказ, по которому она оказана, – от ${numericDate(ground.date)}`,
      `The help began on ${begun}, before the order by which it was given, of ${ground.date}`,
    ),
    hints: text("Исправьте период или основание акта", "Correct the period or the ground of the act"),
    related: { ...ground, message: text("дата основания", "date of the ground") },
  };
}

/** A report of a period names the orders of that period, and those before it. */
function afterPeriod(record: ContentRecord, pointer: string, to: string, ground: DatedRecord): Finding {
  return {
    record,
    pointer,
    severity: "warning",
    message: text(
      `Отчёт – за период по ${numericDate(to)}, а приказ – от ${numericDate(ground.date)}`,
      `The report is of the period to ${to}, the order of ${ground.date}`,
    ),
    hints: text(
      "Проверьте, тот ли приказ указан; если он относится к отчёту, снимите замечание",
      "Check the order; if it belongs to the report, waive the finding",
    ),
    related: { ...ground, message: text("дата приказа", "date of the order") },
  };
}

/** «Протокол заседания комиссии от 16.05.2026 № 1» in a paper of January: what a text names by its date and number is there already. */
function* named(own: DatedRecord): Iterable<Finding> {
  // Journals go on after the day they are begun.
  if (JOURNAL.test(own.record.kind ?? "")) return;
  for (const { found, place } of matchesIn(own.record, NAMED)) {
    const day = dayOf(found);
    if (day === null || day <= own.date || !isDay(day)) continue;
    yield {
      ...place,
      severity: "warning",
      message: text(
        `Документ от ${numericDate(own.date)} называет более поздний – от ${numericDate(day)}`,
        `The document of ${own.date} names a later one, of ${day}`,
      ),
      hints: text("Исправьте день, месяц или год в тексте", "Correct the day, the month or the year in the text"),
      related: { ...own, message: text("дата документа", "date of the document") },
    };
  }
}

const NAMED = new RegExp(
  `(?<!\\p{L})(?:приказ|протокол|распоряжени|постановлени|решени|письм|договор|соглашени|акт|справк|заявлени)\\p{L}*[^.;()]{0,80}?${DATED}${SPACE}*№`,
  "giu",
);
/** An act of what was done by an order; the period of an inspection, or of a report of figures, lies before what it rests on. */
const OF_HELP = "act";
const JOURNAL = /-(?:log|register)$/;

function* repealed(record: RecordOf<"orders">, date: string): Iterable<Finding> {
  for (const [pointer, { date: old }] of located(record.data.repeal, "/repeal")) {
    if (old === undefined || old <= date) continue;
    yield {
      record,
      pointer: `${pointer}/date`,
      message: text(
        `Приказ от ${numericDate(date)} отменяет более поздний – от ${numericDate(old)}`,
        `The order of ${date} repeals a later one, of ${old}`,
      ),
      hints: text("Проверьте год отменяемого приказа", "Check the year of the repealed order"),
    };
  }
}
