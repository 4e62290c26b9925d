import { casesOf, nomenclatureOf } from "../../facts/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** An inventory calls its cases, and says how long they are kept, as the nomenclature does. */
export const archivedCase: RecordRule = {
  code: "TRC2186",
  title: text(
    "Дело описи названо не так, как в номенклатуре",
    "A case of an inventory is called otherwise than in the nomenclature",
  ),
  validations: ["V50"],
  severity: "warning",
  why: text(
    "Заголовок и срок хранения дела устанавливает номенклатура; опись их повторяет, заголовок может уточнить",
    "The nomenclature sets the title of a case and how long it is kept; an inventory repeats both and may make the title more exact",
  ),
  norm: "Правила делопроизводства: номенклатура дел",
  example: {
    file: "documents/archive-inventory-2025.yaml",
    wrong:
      'cases:\n  - index: "01-05"\n    title: Приказы директора\n    from: 2025-09-08\n    to: 2025-12-22\n    documents: 7\n    bytes: 1843200\n    term: постоянно',
    right:
      'cases:\n  - index: "01-05"\n    title: Приказы директора по основной деятельности\n    from: 2025-09-08\n    to: 2025-12-22\n    documents: 7\n    bytes: 1843200\n    term: постоянно',
  },
  check: each(["documents", "archive-inventory"], function* ({ data: { year, cases } }, facts) {
    if (year === undefined || !Array.isArray(cases)) return;
    for (const [pointer, one] of located(cases, "/cases")) {
      // A case without an index has no line in the nomenclature.
      if (one.index === undefined || one.index === "–") continue;
      const record = nomenclatureOf(facts.dossier, year, one.index);
      const filed = record && casesOf(record).find(({ index }) => index === one.index);
      if (record === undefined || filed === undefined) {
        if (nomenclatureOf(facts.dossier, year) === undefined) continue;
        yield {
          pointer: `${pointer}/index`,
          message: text(`В номенклатуре дел нет дела «${one.index}»`, `The nomenclature has no case "${one.index}"`),
          hints: text(
            "Исправьте индекс или добавьте дело в номенклатуру",
            "Correct the index, or add the case to the nomenclature",
          ),
        };
        continue;
      }
      for (const key of ["title", "term"] as const) {
        const [said, right] = [one[key], filed[key]];
        // A title may be made more exact when the case is closed.
        const same =
          key === "title"
            ? said?.toLowerCase().startsWith(right?.toLowerCase() ?? "")
            : said?.toLowerCase() === right?.toLowerCase();
        if (said === undefined || right === undefined || same === true) continue;
        yield {
          pointer: `${pointer}/${key}`,
          message: text(
            `Дело ${one.index} в номенклатуре: «${right}», а в описи – «${said}»`,
            `Case ${one.index} is “${right}” in the nomenclature and “${said}” in the inventory`,
          ),
          hints: text(`Напишите: ${key}: ${right}`, `Write: ${key}: ${right}`),
          related: {
            record,
            pointer: `${filed.pointer}/${key}`,
            message: text("дело в номенклатуре", "the case in the nomenclature"),
          },
          expected: right,
        };
      }
    }
  }),
};
