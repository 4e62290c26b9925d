import { type Case, casesOf, nomenclatureOf } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** The article of the case is the article of what is kept in it. Cases of copies follow their own article. */
export const retentionArticle: RecordRule = {
  code: "TRC2141",
  title: text("Статья хранения дела не для этого вида", "The retention article does not suit the kind"),
  validations: ["V49"],
  why: text(
    "Срок хранения дела берут по статье Перечня для документов этого вида",
    "A case is kept by the article for the documents in it",
  ),
  norm: "Перечень Росархива № 236",
  example: { file: "agreements/2-2025-trc.yaml", wrong: 'caseIndex: "12-03"', right: 'caseIndex: "12-02"' },
  *check(facts): Iterable<Finding> {
    for (const { record, date } of facts.documents) {
      const index = "caseIndex" in record.data ? record.data.caseIndex : undefined;
      const article = facts.kinds.get(record.kind ?? "")?.article;
      const nomenclature = nomenclatureOf(facts.dossier, Number(date.slice(0, 4)));
      if (index === undefined || nomenclature === undefined) continue;
      const filed = casesOf(nomenclature).find((one) => one.index === index);
      const [wanted, given] = [articleNumber(article), articleNumber(filed?.article)];
      if (filed === undefined || wanted === undefined || given === undefined) continue;
      if (given === wanted || copies(filed)) continue;
      yield {
        record,
        pointer: "/caseIndex",
        message: text(
          `Дело ${index} хранится по статье ${filed.article}, а такие документы – по статье ${article}`,
          `Case ${index} is kept by article “${filed.article}”, such documents by “${article}”`,
        ),
        hints: text(
          "Укажите другое дело или исправьте статью в номенклатуре",
          "Name another case, or correct the article in the nomenclature",
        ),
        related: {
          record: nomenclature,
          pointer: `${filed.pointer}/article`,
          message: text("статья дела", "article of the case"),
        },
      };
    }
  },
};

function articleNumber(article: string | null | undefined): string | undefined {
  return /^\d+/.exec(article ?? "")?.[0];
}

/** Copies are kept until they are no longer needed, whatever the originals. */
function copies({ title = "", term = "" }: Case): boolean {
  return /Копии|ДМН/.test(`${title} ${term}`);
}
