import { numericDate } from "../../../base/text/index.ts";
import { matchesIn } from "../matches-in.ts";
import { DAY, dayOf } from "../reference-date.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** An extract says nothing that its source does not say: every day in it is a day of the source. */
export const extractOfSource: RecordRule = {
  code: "TRC2273",
  title: text("Дата в выписке не та, что в подлиннике", "A day of an extract is not in its source"),
  validations: ["V16"],
  why: text(
    "Выписка повторяет подлинник слово в слово; день, которого в нём нет, делает её недостоверной",
    "An extract repeats its source word for word; a day that is not in it makes the extract untrue",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 26",
  example: {
    file: "documents/extract-1-2026.yaml",
    wrong: "source: {minutes: minutes-2-2026}\ntext:\n  - предложить кандидатуры экспертов в срок до 16.02.2026",
    right: "source: {minutes: minutes-2-2026}\ntext:\n  - предложить кандидатуры экспертов в срок до 06.02.2026",
  },
  check: each(["documents", "extract"], function* (record, facts) {
    const source = record.data.source ?? {};
    const [target] = Object.entries(SOURCES).flatMap(([key, collection]) => {
      const id = (source as { readonly [key: string]: unknown })[key];
      return typeof id === "string" ? (facts.find(collection, id) ?? []) : [];
    });
    if (target === undefined) return;
    const known = new Set([...target.text.matchAll(ISO)].map(([day]) => day));
    for (const found of target.text.matchAll(DAYS)) known.add(dayOf(found) ?? "");
    if (known.size === 0) return;
    for (const { found, place } of matchesIn(record, DAYS)) {
      const day = dayOf(found);
      if (day === null || known.has(day) || !place.pointer.startsWith("/text")) continue;
      yield {
        ...place,
        message: text(`Даты ${numericDate(day)} в подлиннике нет`, `The source does not have the day ${day}`),
        hints: text("Перепишите дату из подлинника", "Copy the day from the source"),
        related: { record: target, pointer: "", message: text("подлинник", "the source") },
      };
    }
  }),
};

/** What an extract may be taken from. */
const SOURCES = { minutes: "documents", order: "orders", document: "documents" } as const;
const ISO = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu;
const DAYS = new RegExp(DAY, "giu");
