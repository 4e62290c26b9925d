import { each, type RecordRule, text } from "../rule.ts";

/** Gender and patronymic agree. */
export const genderOfPatronymic: RecordRule = {
  code: "TRC2132",
  title: text("Пол не согласуется с отчеством", "Gender and patronymic do not agree"),
  validations: ["V35"],
  why: text(
    "От пола зависят все падежи имени и слова «действующей», «назначена»",
    "All cases of the name and the words that agree depend on the gender",
  ),
  example: { file: "people/melnik-ab.yaml", wrong: "gender: masculine", right: "gender: feminine" },
  check: each("people", function* ({ data: { patronymic, gender } }) {
    const right = patronymic === undefined ? null : genderOf(patronymic);
    if (right === null || gender === undefined || gender === right) return;
    yield {
      pointer: "/gender",
      message: text(
        `Пол не согласуется с отчеством «${patronymic}»`,
        `The gender does not agree with the patronymic "${patronymic}"`,
      ),
      hints: text(
        `Напишите: gender: ${right} – или исправьте отчество`,
        `Write: gender: ${right}, or correct the patronymic`,
      ),
      related: { pointer: "/patronymic", message: text("отчество", "the patronymic") },
      expected: right,
    };
  }),
};

function genderOf(patronymic: string): "masculine" | "feminine" | null {
  const lower = patronymic.toLowerCase();
  if (/(ич|[ -]оглы|[ -]улы|[ -]уулу)$/.test(lower)) return "masculine";
  if (/(вна|чна|шна|[ -]кызы|[ -]гызы)$/.test(lower)) return "feminine";
  return null;
}
