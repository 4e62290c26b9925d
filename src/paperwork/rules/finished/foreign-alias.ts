import { type DocumentRule, type Finding, text } from "../rule.ts";
import { partiesOf, string } from "../values.ts";
import { spotOfWords } from "./spot-of-words.ts";
import { treeTexts } from "./tree-text.ts";

const ROLES = [
  "Исполнитель",
  "Заказчик",
  "Учреждение",
  "Организация",
  "Школа",
  "Центр",
  "Комитет",
  "Управление",
  "Лицей",
  "Гимназия",
  "Базовая организация",
];

/** The parties are called by their own aliases only. */
export const foreignAlias: DocumentRule = {
  code: "TRC2505",
  title: text("Сторона названа чужим словом", "A party is called by a foreign name"),
  validations: ["V39"],
  severity: "error",
  why: text(
    "Сторона названа в преамбуле одним словом, и другое слово в тексте – уже другая сторона",
    "A party bears one name; another word is another party",
  ),
  example: {
    file: "templates/agreement-base/body.hbs",
    wrong: "1. Исполнитель предоставляет ресурсы.",
    right: "1. {{capitalize holder}} предоставляет ресурсы.",
  },
  *checkDocument({ record, model }): Iterable<Finding> {
    const own = partiesOf(record.data).flatMap(({ party }) => string(party.alias) ?? []);
    if (own.length === 0) return;
    const foreign = ROLES.filter(
      (role) => !own.some((alias) => alias.toLowerCase().includes(role.toLowerCase().slice(0, 5))),
    );
    const expression = new RegExp(
      `(?<=\\p{Ll},?[\\s\\u00a0])(${foreign.join("|")})(?=[\\s\\u00a0]+(?:обязует|обязан|вправе|предоставляет|оплачивает|имеет право))`,
      "u",
    );
    for (const { block, text: words } of treeTexts(model)) {
      if (block !== "clause" && block !== "paragraph") continue;
      const found =
        expression.exec(words) ??
        new RegExp(
          `^(${foreign.join("|")})(?=[\\s\\u00a0]+(?:обязует|обязан|вправе|предоставляет|оплачивает|имеет право))`,
          "u",
        ).exec(words);
      if (found === null) continue;
      yield {
        ...spotOfWords(record, found[0]),
        message: text(
          `Сторона названа «${found[0]}», а в преамбуле – ${own.map((alias) => `«${alias}»`).join(" и ")}`,
          `A party is called "${found[0]}", the preamble has ${own.join(" and ")}`,
        ),
        hints: [text(`Напишите: ${own.join(" или ")}`, `Write: ${own.join(" or ")}`)],
        actual: found[0],
      };
    }
  },
};
