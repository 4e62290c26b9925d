import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** In a text and in tables the surname stands before the initials; in signatures the engine puts them after. */
export const initialsFirst: WordingRule = {
  code: "TRC4120",
  title: text("В тексте инициалы стоят перед фамилией", "Initials before the surname in a text"),
  validations: ["V24"],
  why: text(
    "В тексте и таблицах инициалы стоят после фамилии, перед ней – только в подписи и грифе",
    "In texts initials stand after the surname, before it only in signatures",
  ),
  norm: "ГОСТ Р 7.0.97, реквизиты 16, 22; правила делопроизводства",
  example: inOrder("поручить Г. С. Соловей приём заявок", "поручить Соловей Г. С. приём заявок"),
  recordsOnly: true,
  finderFor: (facts) => {
    const surnames = facts.all("people").flatMap(({ data }) => data.surname ?? []);
    return replacing(
      /(?<!\p{L})(\p{Lu})\.[\s\u00a0]?(\p{Lu})\.[\s\u00a0]?(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?!\p{L})/gu,
      ([, given, patronymic, surname = ""]) => {
        const stem = surname.slice(0, 4);
        const ours = surnames.some((known) => known.startsWith(stem));
        return ours ? `${surname} ${given}. ${patronymic}.` : null;
      },
    );
  },
};
