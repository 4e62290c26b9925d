import { each, type FindingIn, type RecordRule, type Text, text } from "../rule.ts";
import { hasCheck } from "./check-digits.ts";

/** The ground of every rule on a code with check digits. */
export const WHY_CHECK_DIGITS = text(
  "Последние цифры номера вычисляются из остальных, поэтому опечатка видна сразу",
  "The last digits are computed from the others, so a slip shows at once",
);

/** The way out when a code is wrong and nobody but the register knows the right one. */
export const COMPARE_WITH_REGISTER = text(
  "Сверьте номер с выпиской из реестра или карточкой организации",
  "Compare the number with the extract from the register",
);

/** Checks the digits at the end of a code of an organisation. @param check the right ones; null: the code is of a wrong length */
export function checkCode(
  property: "inn" | "ogrn" | "okpo",
  name: Text,
  check: (code: string) => string | null,
): RecordRule["check"] {
  return each("organisations", function* ({ data: { [property]: value } }) {
    if (value !== undefined && !hasCheck(value, check(value)))
      yield wrongCode({ pointer: `/${property}`, name, value, check: check(value) });
  });
}

type Code = {
  readonly pointer: string;
  readonly name: Text;
  readonly value: string;
  /** The check digits that would be right. */
  readonly check: string | null;
};

/** A code whose check digits do not fit. */
export function wrongCode({ pointer, name, value, check }: Code): FindingIn {
  return {
    pointer,
    message: text(
      `${name.ru} ${value}: контрольное число не сходится`,
      `${name.en} ${value}: the check digit is wrong`,
    ),
    hints: COMPARE_WITH_REGISTER,
    expected: check === null ? undefined : `…${check}`,
  };
}
