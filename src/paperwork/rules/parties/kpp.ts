import { each, type RecordRule, text } from "../rule.ts";
import { COMPARE_WITH_REGISTER } from "./wrong-code.ts";

/** A KPP begins with the tax office of the INN. */
export const kpp: RecordRule = {
  code: "TRC2118",
  title: text("КПП и ИНН разных инспекций", "KPP and INN of different tax offices"),
  validations: ["V12"],
  severity: "warning",
  why: text(
    "Первые четыре цифры КПП – код налоговой инспекции; обычно они те же, что в ИНН (кроме филиалов и переехавших)",
    "The first four digits of a KPP name the tax office and are usually those of the INN",
  ),
  norm: "Порядок присвоения КПП (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'kpp: "770001001"', right: 'kpp: "670001001"' },
  check: each("organisations", function* ({ data: { kpp: value, inn: tax } }) {
    if (value === undefined || tax === undefined || value.slice(0, 4) === tax.slice(0, 4)) return;
    yield {
      pointer: "/kpp",
      message: text(
        `КПП ${value} начинается не так, как ИНН ${tax}`,
        `The KPP ${value} does not begin like the INN ${tax}`,
      ),
      hints: [
        text(
          "Если организация переехала, снимите замечание в waivers",
          "If the organisation has moved, waive the finding",
        ),
        COMPARE_WITH_REGISTER,
      ],
      actual: value.slice(0, 4),
      expected: tax.slice(0, 4),
    };
  }),
};
