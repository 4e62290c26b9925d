import { escapeExpression } from "../../../base/text/index.ts";
import { type DocumentRule, type FindingIn, text } from "../rule.ts";
import { type TreeText, treeTexts } from "./tree-text.ts";
import { whereWords } from "./where-words.ts";

/** An abbreviation is explained once, before it is used. */
export const abbreviation: DocumentRule = {
  code: "TRC2506",
  title: text(
    "Сокращение раньше расшифровки или введено дважды",
    "An abbreviation before its expansion, or expanded twice",
  ),
  validations: ["V45"],
  severity: "warning",
  why: text(
    "Сокращение вводят один раз, при первом упоминании: (далее – ОО – ТРЦ)",
    "An abbreviation is introduced once, at its first use",
  ),
  norm: "Правила оформления документов",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "items: [{text: утвердить положение о жюри (далее – жюри)}, {text: утвердить список (далее – жюри)}]",
    right: "items: [{text: утвердить положение о жюри (далее – жюри)}]",
  },
  *checkDocument({ record, model }): Iterable<FindingIn> {
    const inBody = new Set<string>();
    for (const section of [model.body, ...model.annexes]) {
      const texts = treeTexts({ body: section, annexes: [] });
      const seen = new Set<string>();
      for (const [index, { text: words }] of texts.entries()) {
        for (const found of words.matchAll(/\(далее[\s\u00a0]+–[\s\u00a0]+([^()]+)\)/gu)) {
          const [all, name = ""] = found;
          const key = name.replace(/[\s\u00a0]+/g, " ").toLowerCase();
          const before = (): string[] => [...prose(texts.slice(0, index)), words.slice(0, found.index)];
          const early = seen.has(key) || inBody.has(key) ? undefined : earlierUse(name, before());
          if (seen.has(key))
            yield {
              ...whereWords(record, all),
              message: text(
                `Сокращение «${name}» введено второй раз`,
                `The abbreviation "${name}" is introduced twice`,
              ),
              hints: text("Оставьте расшифровку при первом упоминании", "Keep the expansion at the first use"),
              actual: name,
            };
          else if (early !== undefined)
            yield {
              ...whereWords(record, early),
              message: text(
                `Сокращение «${name}» употреблено раньше, чем расшифровано`,
                `The abbreviation "${name}" is used before it is explained`,
              ),
              hints: text(
                "Перенесите расшифровку к первому упоминанию или напишите там название полностью",
                "Move the expansion to the first use, or write the full name there",
              ),
              actual: name,
            };
          seen.add(key);
          if (section === model.body) inBody.add(key);
        }
      }
    }
  },
};

/** Headings and requisites name things shortly before the text explains them. */
function prose(texts: readonly TreeText[]): string[] {
  return texts.filter(({ block }) => ["paragraph", "clause", "item", "table"].includes(block)).map((one) => one.text);
}

/** The words around the first use of an abbreviation in the texts. Only letters in a row tell one from an ordinary word («Центр»). */
function earlierUse(name: string, texts: readonly string[]): string | undefined {
  if (!/\p{Lu}{2}/u.test(name)) return undefined;
  const loose = name
    .split(/[\s\u00a0]+/)
    .map(escapeExpression)
    .join("[\\s\\u00a0]+");
  const use = new RegExp(`(?<!\\p{L})${loose}(?!\\p{L})`, "u");
  return texts.flatMap((words) => use.exec(words)?.[0] ?? [])[0];
}
