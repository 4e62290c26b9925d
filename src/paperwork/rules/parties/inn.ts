import { type RecordRule, text } from "../rule.ts";
import { innCheck } from "./check-digits.ts";
import { checkCode, WHY_CHECK_DIGITS } from "./wrong-code.ts";

/** An INN ends with the digits computed from the others. */
export const inn: RecordRule = {
  code: "TRC2114",
  title: text("ИНН с неверным контрольным числом", "INN with a wrong check digit"),
  validations: ["V11"],
  why: WHY_CHECK_DIGITS,
  norm: "Порядок присвоения ИНН (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'inn: "6700000015"', right: 'inn: "6700000014"' },
  check: checkCode("inn", text("ИНН", "INN"), innCheck),
};
