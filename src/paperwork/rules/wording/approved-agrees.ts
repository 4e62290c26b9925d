import { genderOfName, shortForm } from "../../../language/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

const PLURALS =
  /^(правила|обязанности|требования|критерии|формы|рекомендации|показатели|списки|образцы|условия|меры|графики|планы|изменения)$/i;

/** УТВЕРЖДЁН, -А, -О, -Ы by the word it stands at. */
export const approvedAgrees: RecordRule = {
  code: "TRC4101",
  title: text("УТВЕРЖДЁН не согласуется с тем, что утверждено", "The word of approval does not agree"),
  validations: ["V26"],
  why: text(
    "Слово грифа согласуется с тем, что утверждено: программа – УТВЕРЖДЕНА, план – УТВЕРЖДЁН",
    "The word of the mark agrees with what is approved",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 16 «Гриф утверждения»",
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong:
      "annexes:\n  - {id: jury, title: Программа конференции, approved: УТВЕРЖДЁН, text: [Регистрация участников]}",
    right:
      "annexes:\n  - {id: jury, title: Программа конференции, approved: УТВЕРЖДЕНА, text: [Регистрация участников]}",
  },
  check: each("orders", function* ({ data: { annexes } }) {
    for (const [pointer, { title, approved: given }] of located(annexes, "/annexes")) {
      if (title === undefined || given === undefined) continue;
      const plural = PLURALS.test(title.split(/[\s\u00a0]+/)[0] ?? "");
      const gender = genderOfName(title);
      if (!plural && gender === null) continue;
      const right = shortForm("УТВЕРЖДЁН", gender ?? "masculine", plural ? "plural" : "singular");
      if (given.replace("Ё", "Е") === right.replace("Ё", "Е")) continue;
      yield {
        pointer: `${pointer}/approved`,
        message: text(`${given} не согласуется с заголовком «${title}»`, `“${given}” does not agree with “${title}”`),
        hints: text(`Напишите: approved: ${right}`, `Write: approved: ${right}`),
        related: { pointer: `${pointer}/title`, message: text("что утверждено", "what is approved") },
        expected: right,
      };
    }
  }),
};
