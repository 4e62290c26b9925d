import { type Finding, type RecordRule, text } from "../rule.ts";
import { string } from "../values.ts";

/** Gender and patronymic agree. */
export const genderOfPatronymic: RecordRule = {
  code: "TRC2132",
  title: text("Пол не согласуется с отчеством", "Gender and patronymic do not agree"),
  validations: ["V35"],
  severity: "error",
  why: text(
    "От пола зависят все падежи имени и слова «действующей», «назначена»",
    "All cases of the name and the words that agree depend on the gender",
  ),
  example: { file: "people/melnik-ab.yaml", wrong: "gender: masculine", right: "gender: feminine" },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("people")) {
      const patronymic = string(record.data.patronymic);
      const gender = record.data.gender;
      const shown = patronymic === undefined ? null : genderOf(patronymic);
      if (shown === null || typeof gender !== "string" || gender === shown) continue;
      yield {
        record,
        pointer: "/gender",
        message: text(
          `Пол не согласуется с отчеством «${patronymic}»`,
          `The gender does not agree with the patronymic "${patronymic}"`,
        ),
        hints: [
          text(
            `Напишите: gender: ${shown} – или исправьте отчество`,
            `Write: gender: ${shown}, or mend the patronymic`,
          ),
        ],
        related: [{ record, pointer: "/patronymic", message: text("отчество", "the patronymic") }],
        actual: gender,
        expected: shown,
      };
    }
  },
};

function genderOf(patronymic: string): "masculine" | "feminine" | null {
  const lower = patronymic.toLowerCase();
  if (/(вич|ьич|мич|ич|[ -]оглы|[ -]улы|[ -]уулу)$/.test(lower)) return "masculine";
  if (/(вна|чна|шна|[ -]кызы|[ -]гызы)$/.test(lower)) return "feminine";
  return null;
}
