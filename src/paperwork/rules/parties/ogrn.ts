import { type Finding, type RecordRule, text } from "../rule.ts";
import { string } from "../values.ts";
import { ogrnCheck, validOgrn } from "./check-digits.ts";
import { WHY_CHECK_DIGITS, wrongCode } from "./wrong-code.ts";

/** An OGRN ends with the digit computed from the others. */
export const ogrn: RecordRule = {
  code: "TRC2115",
  title: text("ОГРН с неверным контрольным числом", "OGRN with a wrong check digit"),
  validations: ["V11"],
  severity: "error",
  why: WHY_CHECK_DIGITS,
  norm: "Порядок ведения ЕГРЮЛ (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'ogrn: "1026700000019"', right: 'ogrn: "1026700000018"' },
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const value = string(record.data.ogrn);
      if (value !== undefined && !validOgrn(value))
        yield wrongCode(record, "/ogrn", text("ОГРН", "OGRN"), value, ogrnCheck(value));
    }
  },
};
