import type { ContentRecord } from "../../records/index.ts";
import { type Finding, type Text, text } from "../rule.ts";

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

/** A code whose check digit does not fit; `check` is the one that would. */
export function wrongCode(
  record: ContentRecord,
  pointer: string,
  name: Text,
  value: string,
  check: string | null,
): Finding {
  return {
    record,
    pointer,
    message: text(
      `${name.ru} ${value}: контрольное число не сходится`,
      `${name.en} ${value}: the check digit is wrong`,
    ),
    hints: [COMPARE_WITH_REGISTER],
    actual: value,
    ...(check === null ? {} : { expected: `…${check}` }),
  };
}
