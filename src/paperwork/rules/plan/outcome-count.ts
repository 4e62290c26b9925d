import { matchesIn } from "../matches-in.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** «Проведены 2 заседания и 1 выезд» counts other sessions as well. */
const HELD =
  /(?<!\p{L})[Пп]роведен[оаы]?[ \u00a0](?<count>\d{1,3})[ \u00a0](?:заседани|встреч|совещани)\p{L}*(?!\p{L}|(?:,|[ \u00a0]и)[ \u00a0]\d)/gu;

/** The sessions that an outcome counts are those of the record. */
export const outcomeCount: RecordRule = {
  code: "TRC2264",
  title: text("В итоге названо другое число встреч", "An outcome names another number of sessions"),
  validations: ["V19"],
  severity: "warning",
  why: text(
    "В отчёте стоят рядом число встреч и итог словами: они должны совпасть",
    "A report prints the number of sessions and the outcome in words side by side: they must agree",
  ),
  example: {
    file: "results/2025-2026/chem-lab.yaml",
    wrong:
      "sessions: [{date: 2025-11-18, teachers: 1, students: 14, managers: 0, parents: 0, organisations: 2}]\noutcome: проведены 2 заседания",
    right:
      "sessions: [{date: 2025-11-18, teachers: 1, students: 14, managers: 0, parents: 0, organisations: 2}]\noutcome: проведено 1 заседание",
  },
  check: each("results", function* (record) {
    const held = record.data.sessions?.length ?? 0;
    if (record.data.outcome === undefined || held === 0) return;
    for (const { found, place } of matchesIn(record, HELD))
      if (place.pointer === "/outcome" && Number(found.groups?.count) !== held)
        yield {
          ...place,
          message: text(
            `Встреч в записи ${held}, а в итоге – ${found.groups?.count}`,
            `The record has ${held} sessions, the outcome ${found.groups?.count}`,
          ),
          hints: text("Исправьте число или добавьте встречи", "Correct the number, or add the sessions"),
          related: { pointer: "/sessions", message: text("встречи", "the sessions") },
        };
  }),
};
