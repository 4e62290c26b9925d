import { type Finding, type RecordRule, text } from "../rule.ts";
import { items, string } from "../values.ts";

/** Within a nomenclature every index is one case and begins with its section. */
export const caseTwice: RecordRule = {
  code: "TRC2160",
  title: text("Индекс дела занят или не из своего раздела", "The index of a case is taken or of another section"),
  validations: ["V50"],
  severity: "error",
  why: text(
    "По индексу документ находят в деле; у двух дел не может быть одного индекса",
    "A document is found by the index of its case",
  ),
  example: {
    file: "documents/nomenclature-2026.yaml",
    wrong:
      'sections:\n  - index: "01"\n    title: Руководство\n    cases:\n      - {index: "01-05", title: Приказы, term: Постоянно, article: "19 а"}\n      - {index: "01-05", title: Журнал, term: Постоянно, article: "182 а"}',
    right:
      'sections:\n  - index: "01"\n    title: Руководство\n    cases:\n      - {index: "01-05", title: Приказы, term: Постоянно, article: "19 а"}\n      - {index: "01-06", title: Журнал, term: Постоянно, article: "182 а"}',
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.ofKind("documents", "case-nomenclature")) {
      const seen = new Map<string, string>();
      for (const section of items(record.data, "sections")) {
        for (const one of items(section.fields, "cases", section.pointer)) {
          const index = string(one.fields.index);
          const code = string(section.fields.index);
          if (index === undefined) continue;
          const first = seen.get(index);
          if (first === undefined) seen.set(index, one.pointer);
          else
            yield {
              record,
              pointer: `${one.pointer}/index`,
              message: text(`Индекс «${index}» уже занят`, `The index "${index}" is taken`),
              hints: [text("Дайте делу следующий номер раздела", "Give the case the next number of its section")],
              related: [
                {
                  record,
                  pointer: `${first}/index`,
                  message: text("первое дело с этим индексом", "the first case with it"),
                },
              ],
              actual: index,
            };
          if (code !== undefined && !index.startsWith(`${code}-`))
            yield {
              record,
              pointer: `${one.pointer}/index`,
              message: text(
                `Индекс «${index}» не из раздела «${code}»`,
                `The index "${index}" does not belong to section "${code}"`,
              ),
              hints: [text(`Индекс начинается с ${code}-`, `The index begins with ${code}-`)],
              actual: index,
            };
        }
      }
    }
  },
};
