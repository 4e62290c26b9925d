import { countForm } from "../../../language/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { fields, items, list, number } from "../values.ts";

/** Participants of base schools are part of all participants of a session. */
export const sessionSums: RecordRule = {
  code: "TRC2126",
  title: text("Часть участников больше целого", "A part of the participants exceeds the whole"),
  validations: ["V19"],
  severity: "error",
  why: text(
    "Участники базовых школ входят в общее число: часть не может быть больше целого",
    "The participants of base schools are a part of all participants",
  ),
  norm: "Отчёт: итоги равны суммам строк",
  example: {
    file: "results/2025-2026/certification.yaml",
    wrong:
      "sessions:\n  - date: 2025-10-16\n    teachers: 3\n    students: 0\n    managers: 1\n    parents: 0\n    organisations: 9\n    bySchool:\n      - {organisation: base-obraztsovo, participants: 6}",
    right:
      "sessions:\n  - date: 2025-10-16\n    teachers: 23\n    students: 0\n    managers: 1\n    parents: 0\n    organisations: 9\n    bySchool:\n      - {organisation: base-obraztsovo, participants: 6}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("results")) {
      for (const { pointer, fields: session } of items(record.data, "sessions")) {
        const total = ["teachers", "students", "managers", "parents"].reduce(
          (sum, name) => sum + (number(session[name]) ?? 0),
          0,
        );
        const schools = list(session.bySchool).map(fields);
        const part = schools.reduce((sum, school) => sum + (number(school.participants) ?? 0), 0);
        const organisations = number(session.organisations);
        if (part > total)
          yield {
            record,
            pointer: `${pointer}/bySchool`,
            key: true,
            message: text(
              `От базовых школ ${part} ${countForm(part, "участник", "участника", "участников")}, а всего на встрече ${total}`,
              `The base schools sent ${part}, the session had ${total}`,
            ),
            hints: [text("Проверьте числа по листу регистрации", "Check the numbers by the attendance list")],
            actual: String(part),
            expected: `≤ ${total}`,
          };
        if (organisations !== undefined && schools.length > organisations)
          yield {
            record,
            pointer: `${pointer}/organisations`,
            message: text(
              `Организаций ${organisations}, а базовых школ названо ${schools.length}`,
              `${organisations} organisations, but ${schools.length} base schools are named`,
            ),
            hints: [
              text(
                `Напишите не меньше: organisations: ${schools.length}`,
                `Write at least: organisations: ${schools.length}`,
              ),
            ],
            actual: String(organisations),
          };
      }
    }
  },
};
