import { type RecordRule, text } from "../rule.ts";
import { okpoCheck } from "./check-digits.ts";
import { checkCode, WHY_CHECK_DIGITS } from "./wrong-code.ts";

/** An OKPO ends with the digit computed from the others. */
export const okpo: RecordRule = {
  code: "TRC2117",
  title: text("ОКПО с неверным контрольным числом", "OKPO with a wrong check digit"),
  validations: ["V11"],
  why: WHY_CHECK_DIGITS,
  norm: "Общероссийский классификатор предприятий и организаций",
  example: { file: "organisations/institute.yaml", wrong: 'okpo: "12345679"', right: 'okpo: "12345678"' },
  check: checkCode("okpo", text("ОКПО", "OKPO"), okpoCheck),
};
