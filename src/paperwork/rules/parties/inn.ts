import { type Finding, type RecordRule, text } from "../rule.ts";
import { string } from "../values.ts";
import { innCheck, validInn } from "./check-digits.ts";
import { WHY_CHECK_DIGITS, wrongCode } from "./wrong-code.ts";

/** An INN ends with the digits computed from the others. */
export const inn: RecordRule = {
  code: "TRC2114",
  title: text("ИНН с неверным контрольным числом", "INN with a wrong check digit"),
  validations: ["V11"],
  severity: "error",
  why: WHY_CHECK_DIGITS,
  norm: "Порядок присвоения ИНН (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'inn: "6700000015"', right: 'inn: "6700000014"' },
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const value = string(record.data.inn);
      if (value !== undefined && !validInn(value))
        yield wrongCode(record, "/inn", text("ИНН", "INN"), value, innCheck(value));
    }
  },
};
