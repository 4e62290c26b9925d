import { type RecordRule, text } from "../rule.ts";
import { ogrnCheck } from "./check-digits.ts";
import { checkCode, WHY_CHECK_DIGITS } from "./wrong-code.ts";

/** An OGRN ends with the digit computed from the others. */
export const ogrn: RecordRule = {
  code: "TRC2115",
  title: text("ОГРН с неверным контрольным числом", "OGRN with a wrong check digit"),
  validations: ["V11"],
  why: WHY_CHECK_DIGITS,
  norm: "Порядок ведения ЕГРЮЛ (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'ogrn: "1026700000019"', right: 'ogrn: "1026700000018"' },
  check: checkCode("ogrn", text("ОГРН", "OGRN"), ogrnCheck),
};
