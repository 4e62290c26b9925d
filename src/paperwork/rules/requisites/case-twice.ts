import { casesOf } from "../../facts/index.ts";
import { repeated } from "../../records/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** Within a nomenclature every index is one case and begins with its section. */
export const caseTwice: RecordRule = {
  code: "TRC2160",
  title: text("Индекс дела занят или не из своего раздела", "The index of a case is taken or of another section"),
  validations: ["V50"],
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
  check: each(["documents", "case-nomenclature"], function* (record) {
    for (const [{ pointer, index }, first] of repeated(casesOf(record), (one) => one.index))
      yield {
        pointer: `${pointer}/index`,
        message: text(`Индекс «${index}» уже занят`, `The index "${index}" is taken`),
        hints: text("Дайте делу следующий номер раздела", "Give the case the next number of its section"),
        related: {
          pointer: `${first.pointer}/index`,
          message: text("первое дело с этим индексом", "the first case with it"),
        },
      };
    for (const [section, { index: code, cases }] of located(record.data.sections, "/sections"))
      for (const [pointer, { index }] of located(cases, `${section}/cases`)) {
        if (code === undefined || index === undefined || index.startsWith(`${code}-`)) continue;
        yield {
          pointer: `${pointer}/index`,
          message: text(
            `Индекс «${index}» не из раздела «${code}»`,
            `The index "${index}" does not belong to section "${code}"`,
          ),
          hints: text(`Индекс начинается с ${code}-`, `The index begins with ${code}-`),
        };
      }
  }),
};
