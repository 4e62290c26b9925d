import type { Facts } from "../facts.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** A document is kept and destroyed by the article of its case. */
export const otherArticle: RecordRule = {
  code: "TRC2294",
  title: text("Статья или срок не как в номенклатуре дел", "Another article or term than that of the case"),
  validations: ["V49"],
  severity: "warning",
  why: text(
    "Срок и статью берут из номенклатуры: по другой статье документ уничтожили бы раньше или позже",
    "Term and article come from the nomenclature: by another one the document would go earlier or later",
  ),
  norm: "Перечень типовых документов (приказ Росархива от 20.12.2019 № 236)",
  example: {
    file: "documents/destruction-act-2026-01.yaml",
    wrong:
      'documents: [{title: План работы, date: 2019-09-13, case: "12-03", article: "2000", term: 5 лет ЭПК, notBefore: 2025-01-01}]',
    right:
      'documents: [{title: План работы, date: 2019-09-13, case: "12-03", article: "200", term: 5 лет ЭПК, notBefore: 2025-01-01}]',
  },
  check: each(["documents", "destruction-act"], function* ({ data }, facts) {
    for (const [pointer, row] of located(data.documents, "/documents")) {
      const cases = casesOf(facts, row.case);
      for (const [key, name] of NAMES) {
        const known = [...new Set(cases.flatMap((one) => one[key] ?? []))];
        if (row[key] === undefined || known.length === 0 || known.some((one) => plain(one) === plain(row[key])))
          continue;
        yield {
          pointer: `${pointer}/${key}`,
          message: text(
            `${name.ru} дела ${row.case} по номенклатуре – «${known.join("», «")}», здесь «${row[key]}»`,
            `${name.en} of the case ${row.case} is "${known.join('", "')}" in the nomenclature, here it is "${row[key]}"`,
          ),
          hints: text(
            "Напишите как в номенклатуре того года или проверьте индекс дела",
            "Write it as the nomenclature of that year has it, or check the index of the case",
          ),
          expected: known[0],
        };
      }
    }
  }),
};

const NAMES = [
  ["article", text("Статья", "The article")],
  ["term", text("Срок хранения", "The term")],
] as const;

type Case = { readonly article?: string; readonly term?: string };

/** What the nomenclatures say of a case; none where its index was given to another one since. */
function casesOf(facts: Facts, index: string | undefined): readonly Case[] {
  return facts
    .all("documents", "case-nomenclature")
    .flatMap(({ data: { sections } }) =>
      (sections ?? []).flatMap(({ cases }) => (cases ?? []).filter((one) => one.index === index)),
    );
}

function plain(value: string | undefined): string {
  return (value ?? "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .toLowerCase();
}
