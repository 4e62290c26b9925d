import { countForm } from "../../../language/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** Participants of base schools are part of all participants of a session. */
export const sessionSums: RecordRule = {
  code: "TRC2126",
  title: text("Часть участников больше целого", "A part of the participants exceeds the whole"),
  validations: ["V19"],
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
  check: each("results", function* ({ data }) {
    for (const [pointer, session] of located(data.sessions, "/sessions")) {
      const { teachers = 0, students = 0, managers = 0, parents = 0, organisations, bySchool = [] } = session;
      const total = teachers + students + managers + parents;
      const part = bySchool.reduce((sum, { participants = 0 }) => sum + participants, 0);
      if (part > total)
        yield {
          pointer: `${pointer}/bySchool/${greatest(bySchool)}/participants`,
          message: text(
            `От базовых школ ${part} ${countForm(part, "участник", "участника", "участников")}, а всего на встрече ${total}`,
            `The base schools sent ${part}, the session had ${total}`,
          ),
          hints: text("Проверьте числа по листу регистрации", "Check the numbers by the attendance list"),
          actual: String(part),
          expected: `≤ ${total}`,
        };
      if (organisations !== undefined && organisations > total && total > 0)
        yield {
          pointer: `${pointer}/organisations`,
          severity: "warning",
          message: text(
            `Организаций ${organisations}, а участников всего ${total}`,
            `${organisations} organisations, but ${total} people in all`,
          ),
          hints: text(
            "Проверьте числа; если организации изучали без их участников, снимите замечание",
            "Check the numbers; if the organisations were looked at without their people, waive the finding",
          ),
        };
      // A school from which nobody came («participants: 0») is no organisation that took part.
      const came = bySchool.filter(({ participants }) => participants !== 0).length;
      if (organisations !== undefined && came > organisations)
        yield {
          pointer: `${pointer}/organisations`,
          message: text(
            `Организаций ${organisations}, а базовых школ названо ${came}`,
            `${organisations} organisations, but ${came} base schools are named`,
          ),
          hints: text(`Напишите не меньше: organisations: ${came}`, `Write at least: organisations: ${came}`),
        };
    }
  }),
};

/** The school that sent the most: there the slip is. */
function greatest(schools: readonly { readonly participants?: number }[]): number {
  const counts = schools.map(({ participants = 0 }) => participants);
  return counts.indexOf(Math.max(...counts));
}
