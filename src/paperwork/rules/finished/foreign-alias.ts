import { recordAs } from "../../records/index.ts";
import { partiesOf } from "../parties/parties-of.ts";
import { type DocumentRule, type FindingIn, text } from "../rule.ts";
import { treeTexts } from "./tree-text.ts";
import { whereWords } from "./where-words.ts";

const ROLES = [
  "Исполнитель",
  "Заказчик",
  "Учреждение",
  "Организация",
  "Школа",
  "Центр",
  "Комитет",
  "Управление",
  "Отдел",
  "Департамент",
  "Лицей",
  "Гимназия",
  "Базовая организация",
];

/** The parties are called by their own aliases only. */
export const foreignAlias: DocumentRule = {
  code: "TRC2505",
  title: text("Сторона названа чужим словом", "A party is called by a foreign name"),
  validations: ["V39"],
  why: text(
    "Сторона названа в преамбуле одним словом, и другое слово в тексте – уже другая сторона",
    "A party bears one name; another word is another party",
  ),
  example: {
    file: "templates/agreement-base/body.hbs",
    wrong: "1. Исполнитель предоставляет ресурсы.",
    right: "1. {{capitalize holder}} предоставляет ресурсы.",
  },
  *checkDocument({ record, model }): Iterable<FindingIn> {
    const agreement = recordAs(record, "agreements");
    const own = agreement === undefined ? [] : partiesOf(agreement).flatMap(([, { alias }]) => alias ?? []);
    if (own.length === 0) return;
    const foreign = ROLES.filter(
      (role) => !own.some((alias) => alias.toLowerCase().includes(role.toLowerCase().slice(0, 5))),
    );
    const used = new RegExp(
      `(?:^|(?<=\\p{Ll},?[\\s\\u00a0]))(${foreign.join("|")})(?=[\\s\\u00a0]+(?:обязует|обязан|вправе|предоставляет|оплачивает|имеет право))`,
      "u",
    );
    for (const { block, text: words } of treeTexts(model)) {
      const found = block === "clause" || block === "paragraph" ? used.exec(words)?.[0] : undefined;
      if (found === undefined) continue;
      yield {
        ...whereWords(record, found),
        message: text(
          `Сторона названа «${found}», а в преамбуле – ${own.map((alias) => `«${alias}»`).join(" и ")}`,
          `A party is called "${found}", the preamble has ${own.map((alias) => `"${alias}"`).join(" and ")}`,
        ),
        hints: text(`Напишите: ${own.join(" или ")}`, `Write: ${own.map((alias) => `"${alias}"`).join(" or ")}`),
        actual: found,
      };
    }
  },
};
