import { each, type RecordRule, text } from "../rule.ts";

/** A number that begins with the index of a case begins with that of its own. */
export const indexOfNumber: RecordRule = {
  code: "TRC2253",
  title: text("Номер начинается с индекса другого дела", "A number begins with the index of another case"),
  validations: ["V50"],
  severity: "warning",
  why: text(
    "Индекс в номере говорит, в каком деле лежит письмо: с чужим индексом его не найдут",
    "The index in a number says in which case the letter lies: with another one nobody finds it",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 11 «Регистрационный номер документа»",
  example: {
    file: "documents/letter-15-2026.yaml",
    wrong: 'number: "12-06/15"\ncaseIndex: "12-08"',
    right: 'number: "12-08/15"\ncaseIndex: "12-08"',
  },
  check: each("documents", function* ({ data: { number, caseIndex } }) {
    const [, index] = /^(\d{2,3}-\d{2})\/\d/.exec(number ?? "") ?? [];
    if (index === undefined || caseIndex === undefined || index === caseIndex || !/^\d\d-\d\d$/.test(caseIndex)) return;
    yield {
      pointer: "/number",
      message: text(
        `Номер начинается с «${index}», а дело – «${caseIndex}»`,
        `The number begins with "${index}", the case is "${caseIndex}"`,
      ),
      hints: text("Исправьте номер или индекс дела", "Correct the number or the index of the case"),
      related: { pointer: "/caseIndex", message: text("индекс дела", "the index of the case") },
      expected: caseIndex,
    };
  }),
};
