import { type DocumentRule, type FindingIn, text } from "../rule.ts";

/** Documents that are kept long are bound: their left margin is at least 30 mm. */
export const bindingMargin: DocumentRule = {
  code: "TRC2507",
  title: text("Левое поле узко для долгого хранения", "The left margin is too narrow for long keeping"),
  validations: ["V49"],
  why: text(
    "Документы со сроком хранения больше 10 лет сшивают: левое поле – не меньше 30 мм",
    "Documents kept over ten years are bound: the left margin is at least 30 mm",
  ),
  norm: "ГОСТ Р 7.0.97, пункт о полях",
  example: { file: "templates/profiles/gost-2025.yaml", wrong: "leftMm: 20", right: "leftMm: 30" },
  *checkDocument({ bindingMarginMm, retention }): Iterable<FindingIn> {
    if (retention === null || bindingMarginMm >= 30) return;
    const { term, years = 0 } = retention;
    if (term !== "permanent" && term !== "until-liquidation" && years <= 10) return;
    yield {
      pointer: "",
      message: text(
        `Левое поле ${bindingMarginMm} мм, а документ хранят дольше 10 лет`,
        `The left margin is ${bindingMarginMm} mm, and the document is kept over ten years`,
      ),
      hints: text("Исправьте leftMm в профиле оформления", "Correct leftMm of the profile"),
      actual: String(bindingMarginMm),
      expected: "30",
    };
  },
};
