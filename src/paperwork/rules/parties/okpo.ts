import { type Finding, type RecordRule, text } from "../rule.ts";
import { string } from "../values.ts";
import { okpoCheck } from "./check-digits.ts";
import { WHY_CHECK_DIGITS, wrongCode } from "./wrong-code.ts";

/** An OKPO ends with the digit computed from the others. */
export const okpo: RecordRule = {
  code: "TRC2117",
  title: text("ОКПО с неверным контрольным числом", "OKPO with a wrong check digit"),
  validations: ["V11"],
  severity: "error",
  why: WHY_CHECK_DIGITS,
  norm: "Общероссийский классификатор предприятий и организаций",
  example: { file: "organisations/institute.yaml", wrong: 'okpo: "12345679"', right: 'okpo: "12345678"' },
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const value = string(record.data.okpo);
      const check = value === undefined ? null : okpoCheck(value);
      if (value !== undefined && check !== null && !value.endsWith(check))
        yield wrongCode(record, "/okpo", text("ОКПО", "OKPO"), value, check);
    }
  },
};
