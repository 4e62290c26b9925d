import { each, type RecordRule, text } from "../rule.ts";
import { COMPARE_WITH_REGISTER } from "./wrong-code.ts";

/** A KPP begins with the tax office of the INN. */
export const kpp: RecordRule = {
  code: "TRC2118",
  title: text("КПП не сходится с ИНН или с видом организации", "A KPP that does not fit the INN or the organisation"),
  validations: ["V12"],
  severity: "warning",
  why: text(
    "Первые четыре цифры КПП – код налоговой инспекции; обычно они те же, что в ИНН (кроме филиалов и переехавших)",
    "The first four digits of a KPP name the tax office and are usually those of the INN",
  ),
  norm: "Порядок присвоения КПП (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'kpp: "770001001"', right: 'kpp: "670001001"' },
  check: each("organisations", function* ({ data: { kpp: value, inn: tax } }) {
    if (value !== undefined && /^\d{9}$/.test(value) && !REASONS.test(value.slice(4, 6)))
      yield {
        pointer: "/kpp",
        message: text(
          `Пятая и шестая цифры КПП ${value} – ${value.slice(4, 6)}: у организации здесь 01, у филиала 02–05, 31, 32 или 43–45`,
          `Digits 5 and 6 of the KPP ${value} are ${value.slice(4, 6)}: an organisation has 01, a branch 02 to 05, 31, 32 or 43 to 45`,
        ),
        hints: COMPARE_WITH_REGISTER,
        actual: value.slice(4, 6),
      };
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

/** Why an organisation stands with a tax office: at its own place, that of a branch, or as one of the greatest. */
const REASONS = /^(?:0[1-5]|3[12]|4[3-5]|50|51)$/;
