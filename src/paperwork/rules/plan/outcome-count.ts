import { matchesIn } from "../matches-in.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** «Проведены 2 заседания и 1 выезд» counts other sessions as well. */
const HELD =
  /(?<!\p{L})[Пп]роведен[оаы]?[ \u00a0](?:все[ \u00a0])?(?<count>\d{1,3})[ \u00a0](?:заседани|встреч|совещани|занят)\p{L}*(?!\p{L}|(?:,|[ \u00a0]и)[ \u00a0]\d)/gu;

/** «Проведены 3 дня из 5», «проведено 4 консультации»: of several sessions in a day or of long ones there are fewer in the record, not more. */
const DAYS =
  /(?<!\p{L})[Пп]роведен[оаы]?[ \u00a0](?:все[ \u00a0])?(?<count>\d{1,3})[ \u00a0](?:день|дня|дней|мастер-класс\p{L}*)(?!\p{L}|(?:,|[ \u00a0]и)[ \u00a0]\d)/gu;

/** «Обучены 26 педагогов», «приняли участие 52 учителя»: no more than came. */
const TAUGHT =
  /(?<!\p{L})(?:обучен[оы]|подготовлен[оы]|опрошен[оы]|посмотрел[ио]|участвовал[ио]|участие[ \u00a0]принял[ио]|приняли[ \u00a0]участие|присутствовал[ио])[ \u00a0](?<count>\d{1,4})[ \u00a0](?:педагог|учител|участник|обучающ|школьник|учащ|человек)\p{L}*/giu;

/** «Определены 3 победителя и 9 призёров»: no more than competed. */
const WON =
  /(?<!\p{L})(?<count>\d{1,3})[ \u00a0]победител\p{L}*(?:(?:,|[ \u00a0]и)[ \u00a0](?<others>\d{1,3})[ \u00a0]приз[её]р\p{L}*)?/giu;

/** The sessions that an outcome counts are those of the record. */
export const outcomeCount: RecordRule = {
  code: "TRC2264",
  title: text("Число в итоге не то, что в записи встреч", "A number of an outcome is not that of its sessions"),
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
    const counts = [
      ...matchesIn(record, HELD).filter(({ found }) => Number(found.groups?.count) !== held),
      ...matchesIn(record, DAYS).filter(({ found }) => Number(found.groups?.count) > held),
    ];
    for (const { found, place } of counts)
      if (place.pointer === "/outcome")
        yield {
          ...place,
          message: text(
            `Встреч в записи ${held}, а в итоге – ${found.groups?.count}`,
            `The record has ${held} sessions, the outcome ${found.groups?.count}`,
          ),
          hints: text("Исправьте число или добавьте встречи", "Correct the number, or add the sessions"),
          related: { pointer: "/sessions", message: text("встречи", "the sessions") },
        };
    const came = (record.data.sessions ?? []).reduce(
      (sum, { teachers = 0, students = 0, managers = 0, parents = 0 }) =>
        sum + teachers + students + managers + parents,
      0,
    );
    for (const { found, place } of matchesIn(record, TAUGHT))
      if (place.pointer === "/outcome" && Number(found.groups?.count) > came)
        yield {
          ...place,
          message: text(
            `Участников в записи ${came}, а в итоге – ${found.groups?.count}`,
            `The record has ${came} participants, the outcome ${found.groups?.count}`,
          ),
          hints: text("Исправьте число в итоге или участников встреч", "Correct the number, or the participants"),
          related: { pointer: "/sessions", message: text("встречи", "the sessions") },
        };
    for (const { found, place } of matchesIn(record, WON)) {
      const won = Number(found.groups?.count) + Number(found.groups?.others ?? 0);
      if (place.pointer !== "/outcome" || won <= came) continue;
      yield {
        ...place,
        message: text(
          `Участников в записи ${came}, а победителей и призёров – ${won}`,
          `The record has ${came} participants, the outcome ${won} winners`,
        ),
        hints: text("Исправьте число в итоге или участников встреч", "Correct the number, or the participants"),
        related: { pointer: "/sessions", message: text("встречи", "the sessions") },
      };
    }
  }),
};
