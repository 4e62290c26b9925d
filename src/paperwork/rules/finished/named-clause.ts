import { type DocumentRule, type FindingIn, text } from "../rule.ts";
import { clauseNumbers, treeTexts } from "./tree-text.ts";
import { whereWords } from "./where-words.ts";

/** A clause named in words exists: «пункт 3.2 настоящего приказа». */
export const namedClause: DocumentRule = {
  code: "TRC2504",
  title: text("Пункта, названного словами, нет в документе", "A reference in words to a clause that does not exist"),
  validations: ["V29"],
  why: text("Пункт, на который ссылаются словами, должен быть в документе", "A clause named in words must be there"),
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "items: [{text: исполнить пункт 17 настоящего приказа}]",
    right: "items: [{text: исполнить пункт 1 настоящего приказа}]",
  },
  *checkDocument({ record, model }): Iterable<FindingIn> {
    const numbers = new Set([model.body, ...model.annexes].flatMap((section) => [...clauseNumbers(section)]));
    const known = [...numbers].join(", ");
    for (const { text: words } of treeTexts(model)) {
      for (const [all, clause = ""] of words.matchAll(
        /(?<!\p{L})(?:п\.|пункт[а-я]*)[\s\u00a0]+(\d+(?:\.\d+)*)[\s\u00a0]+настоящ/giu,
      )) {
        if (numbers.has(clause)) continue;
        yield {
          ...whereWords(record, all),
          message: text(`Пункта ${clause} в этом документе нет`, `The document has no clause ${clause}`),
          hints: text(`Есть пункты: ${known}`, `There are clauses: ${known}`),
          actual: clause,
        };
      }
    }
  },
};
