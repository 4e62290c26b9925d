import { casesOf } from "../../facts/index.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";

/** An act of destruction keeps what it lists as long as the nomenclature says of the same article. */
export const termOfArticle: RecordRule = {
  code: "TRC2283",
  title: text("Срок хранения в акте – не по этой статье", "A term of an act is not that of its article"),
  validations: ["V49"],
  severity: "warning",
  why: text(
    "Срок хранения установлен статьёй Перечня: уничтожают по акту то, чей срок по этой статье истёк",
    "The article of the list sets the term: an act destroys what has outlived the term of its article",
  ),
  norm: "Перечень Росархива № 236",
  example: {
    file: "documents/destruction-act-2026-01.yaml",
    wrong:
      'documents:\n  - title: План работы территориального ресурсного центра на 2019/2020 учебный год\n    date: 2019-09-13\n    case: "12-03"\n    article: "200"\n    term: 3 года\n    notBefore: 2025-01-01',
    right:
      'documents:\n  - title: План работы территориального ресурсного центра на 2019/2020 учебный год\n    date: 2019-09-13\n    case: "12-03"\n    article: "200"\n    term: 5 лет ЭПК\n    notBefore: 2025-01-01',
  },
  *check(facts): Iterable<Finding> {
    const acts = facts.all("documents", "destruction-act");
    if (acts.length === 0) return;
    const filed = facts
      .all("documents", "case-nomenclature")
      .flatMap((record) => casesOf(record).map((one) => ({ record, ...one })));
    for (const record of acts) {
      const listed: unknown = record.data.documents;
      if (!Array.isArray(listed)) continue;
      for (const [pointer, { article, term }] of located(listed as readonly Listed[], "/documents")) {
        const same = filed.filter((one) => one.article === article && one.term !== undefined);
        const [first] = same;
        if (article === undefined || term === undefined || first === undefined) continue;
        if (same.some((one) => plain(one.term) === plain(term))) continue;
        yield {
          record,
          pointer: `${pointer}/term`,
          message: text(
            `По статье ${article} в номенклатуре – «${first.term}», а в акте – «${term}»`,
            `Article “${article}” has “${first.term}” in the nomenclature, the act “${term}”`,
          ),
          hints: text(
            "Исправьте срок или статью в акте, а если срок верен – в номенклатуре",
            "Correct the term or the article in the act, or, where the term is right, the nomenclature",
          ),
          related: {
            record: first.record,
            pointer: `${first.pointer}/term`,
            message: text("срок дела по этой статье", "term of a case of that article"),
          },
        };
      }
    }
  },
};

/** A document in the list of an act, as far as it is filled in. */
type Listed = { readonly article?: string; readonly term?: string };

function plain(term: string | undefined): string {
  return (term ?? "")
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}
