import { genderEvidence, likelyGender } from "../../../language/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** Gender, patronymic, given name and surname agree. */
export const genderOfName: RecordRule = {
  code: "TRC2132",
  title: text("Пол не согласуется с именем", "Gender and name do not agree"),
  validations: ["V35"],
  why: text(
    "От пола зависят все падежи имени и слова «действующей», «назначена»",
    "All cases of the name and the words that agree depend on the gender",
  ),
  example: { file: "people/melnik-ab.yaml", wrong: "gender: masculine", right: "gender: feminine" },
  check: each("people", function* ({ data }) {
    const { surname = "", given = "", patronymic = null, gender, indeclinableSurname = false } = data;
    const evidence = genderEvidence({ surname, given, patronymic, indeclinableSurname });
    const part = PARTS.find((one) => evidence[one] !== null && evidence[one] !== gender);
    if (gender === undefined || part === undefined) return;
    const { ru, masculine, feminine, with: withPart, en } = NAMES[part];
    const right = likelyGender(evidence);
    // When most of the name is of the recorded gender, that part is the odd one.
    const odd = right === gender || (part === "patronymic" && evidence.given === gender && evidence.surname === null);
    yield {
      pointer: odd ? `/${part}` : "/gender",
      message: text(
        `Пол не согласуется с ${withPart} «${data[part]}»: ${evidence[part] === "feminine" ? feminine : masculine}`,
        `The gender does not agree with ${en} "${data[part]}"`,
      ),
      hints: odd
        ? text(
            `Исправьте ${ru}${part === "surname" ? FROZEN.ru : ""}`,
            `Correct ${en}${part === "surname" ? FROZEN.en : ""}`,
          )
        : text(`Напишите: gender: ${right} – или исправьте ${ru}`, `Write: gender: ${right}, or correct ${en}`),
      related: odd
        ? { pointer: "/gender", message: text("пол", "the gender") }
        : { pointer: `/${part}`, message: text(ru, en) },
      ...(odd || right === null ? {} : { expected: right }),
    };
  }),
};

const PARTS = ["patronymic", "given", "surname"] as const;
const NAMES = {
  patronymic: {
    ru: "отчество",
    with: "отчеством",
    masculine: "оно мужское",
    feminine: "оно женское",
    en: "the patronymic",
  },
  given: { ru: "имя", with: "именем", masculine: "оно мужское", feminine: "оно женское", en: "the given name" },
  surname: { ru: "фамилию", with: "фамилией", masculine: "она мужская", feminine: "она женская", en: "the surname" },
} as const;
const FROZEN = text(
  "; если она верна и не изменяется по родам, напишите indeclinableSurname: true",
  "; if it is right and has one form for both, write indeclinableSurname: true",
);
