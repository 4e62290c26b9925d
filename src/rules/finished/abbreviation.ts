import { type DocumentRule, type Finding, text } from "../rule.ts";
import { spotOfWords } from "./spot-of-words.ts";
import { treeTexts } from "./tree-text.ts";

/** An abbreviation is explained once, before it is used. */
export const abbreviation: DocumentRule = {
  code: "TRC2506",
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
  *checkDocument({ record, model }): Iterable<Finding> {
    for (const section of [model.body, ...model.annexes]) {
      const seen = new Set<string>();
      for (const { text: words } of treeTexts({ ...model, body: section, annexes: [] })) {
        for (const [all, name = ""] of words.matchAll(/\(далее[\s\u00a0]+–[\s\u00a0]+([^()]+)\)/gu)) {
          const key = name.replace(/[\s\u00a0]+/g, " ").toLowerCase();
          if (!seen.has(key)) {
            seen.add(key);
            continue;
          }
          yield {
            ...spotOfWords(record, all),
            message: text(`Сокращение «${name}» введено второй раз`, `The abbreviation "${name}" is introduced twice`),
            hints: [text("Оставьте расшифровку при первом упоминании", "Keep the expansion at the first use")],
            actual: name,
          };
        }
      }
    }
  },
};
