import { casesOf, nomenclatureOf } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A document is filed in a case that the nomenclature has. */
export const caseIndex: RecordRule = {
  code: "TRC2142",
  title: text("Дела нет в номенклатуре", "The case is not in the nomenclature"),
  validations: ["V50"],
  why: text(
    "Документ подшивают в дело из номенклатуры; дела с таким индексом там нет",
    "A document is filed in a case of the nomenclature",
  ),
  norm: "Правила делопроизводства: номенклатура дел",
  example: { file: "orders/2025/88-od-2025.yaml", wrong: 'caseIndex: "01-55"', right: 'caseIndex: "01-05"' },
  *check(facts): Iterable<Finding> {
    for (const { record, date } of facts.documents) {
      const nomenclature = nomenclatureOf(facts.dossier, Number(date.slice(0, 4)));
      if (nomenclature === undefined) continue;
      const known = casesOf(nomenclature).flatMap(({ index }) => index ?? []);
      const filed = "caseIndex" in record.data ? record.data.caseIndex : undefined;
      const listed = "case" in record.data ? record.data.case : undefined;
      for (const [pointer, index] of [
        ["/caseIndex", filed],
        ["/case", listed],
      ] as const) {
        if (index === undefined || known.includes(index)) continue;
        yield {
          record,
          pointer,
          message: text(`В номенклатуре дел нет дела «${index}»`, `The nomenclature has no case "${index}"`),
          hints: text(`Есть: ${known.join(", ")}`, `There are: ${known.join(", ")}`),
          related: {
            record: nomenclature,
            pointer: "/sections",
            message: text("дела номенклатуры", "cases of the nomenclature"),
          },
        };
      }
    }
    for (const record of facts.all("documents")) {
      const { nomenclature, year } = record.data;
      const named = facts.find("documents", nomenclature);
      const own = year === undefined ? undefined : nomenclatureOf(facts.dossier, year);
      if (named === undefined || own === undefined || named === own) continue;
      yield {
        record,
        pointer: "/nomenclature",
        message: text(
          `Дело ${year} года заведено не по номенклатуре ${named.data.year} года`,
          `The case of ${year} was not opened by the nomenclature of ${named.data.year}`,
        ),
        hints: text(`Напишите: nomenclature: ${own.id}`, `Write: nomenclature: ${own.id}`),
        related: {
          record: own,
          pointer: "/year",
          message: text("номенклатура этого года", "the nomenclature of that year"),
        },
        expected: own.id,
      };
    }
  },
};
