import { type DocumentRule, type Finding, text } from "../rule.ts";
import { number } from "../values.ts";

/** Documents that are kept long are bound: their left margin is at least 30 mm. */
export const bindingMargin: DocumentRule = {
  code: "TRC2507",
  title: text("Левое поле узко для долгого хранения", "The left margin is too narrow for long keeping"),
  validations: ["V49"],
  severity: "error",
  why: text(
    "Документы со сроком хранения больше 10 лет сшивают: левое поле – не меньше 30 мм",
    "Documents kept over ten years are bound: the left margin is at least 30 mm",
  ),
  norm: "ГОСТ Р 7.0.97, пункт о полях",
  example: { file: "templates/profiles/gost-2025.yaml", wrong: "leftMm: 20", right: "leftMm: 30" },
  *checkDocument({ record, bindingMarginMm, retention }): Iterable<Finding> {
    if (retention === null) return;
    const long =
      retention.term === "permanent" || retention.term === "until-liquidation" || (number(retention.years) ?? 0) > 10;
    if (!long || bindingMarginMm >= 30) return;
    yield {
      record,
      pointer: "",
      message: text(
        `Левое поле ${bindingMarginMm} мм, а документ хранят дольше 10 лет`,
        `The left margin is ${bindingMarginMm} mm, and the document is kept over ten years`,
      ),
      hints: [text("Исправьте leftMm в профиле оформления", "Mend leftMm of the profile")],
      actual: String(bindingMarginMm),
      expected: "30",
    };
  },
};
