import { numericDate } from "../../../base/text/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** What is destroyed has been kept as long as its term says. */
export const destroyedTooEarly: RecordRule = {
  code: "TRC2230",
  title: text("Срок хранения ещё не истёк", "The term of keeping is not over"),
  validations: ["V49"],
  why: text(
    "Уничтожить раньше срока – утратить документ; срок считают с 1 января следующего года",
    "What is destroyed early is lost; the term is counted from 1 January of the next year",
  ),
  norm: "Перечень типовых документов (приказ Росархива от 20.12.2019 № 236)",
  example: {
    file: "documents/destruction-act-2026-01.yaml",
    wrong:
      'date: 2026-01-20\ndocuments: [{title: План работы, date: 2019-09-13, case: "12-03", article: "200", term: 5 лет ЭПК, notBefore: 2024-01-01}]',
    right:
      'date: 2026-01-20\ndocuments: [{title: План работы, date: 2019-09-13, case: "12-03", article: "200", term: 5 лет ЭПК, notBefore: 2025-01-01}]',
  },
  check: each(["documents", "destruction-act"], function* ({ data }) {
    for (const [pointer, { date, term = "", notBefore }] of located(data.documents, "/documents")) {
      if (/постоянно/i.test(term)) {
        yield {
          pointer: `${pointer}/term`,
          message: text(
            "Документ хранят постоянно, уничтожать его нельзя",
            "The document is kept for good and may not be destroyed",
          ),
          hints: text("Удалите его из акта или исправьте срок", "Take it out of the act, or correct the term"),
        };
        continue;
      }
      const years = /^(\d+)\s+(?:год|лет)/iu.exec(term)?.[1];
      if (date === undefined || notBefore === undefined || years === undefined) continue;
      const first = `${Number(date.slice(0, 4)) + 1 + Number(years)}-01-01`;
      const made = data.date ?? notBefore;
      // Of an agreement the term is counted from its end: a later day is no fault.
      const early = notBefore < first;
      const inYear = !early && !notBefore.endsWith("-01-01");
      if (inYear)
        yield {
          pointer: `${pointer}/notBefore`,
          severity: "warning",
          message: text(
            `Срок хранения кончается с годом, а здесь ${numericDate(notBefore)}`,
            `A term of keeping ends with a year, here it is ${notBefore}`,
          ),
          hints: text(
            "Напишите 1 января того года, с которого документ можно уничтожить",
            "Write 1 January of the year from which the document may be destroyed",
          ),
        };
      if (inYear || (!early && notBefore <= made)) continue;
      yield {
        pointer: `${pointer}/notBefore`,
        message: early
          ? text(
              `По сроку «${term}» хранить до ${numericDate(first)}`,
              `By its term of ${years} years it is kept until ${first}`,
            )
          : text(
              `Хранить не меньше чем до ${numericDate(notBefore)}, а акт – от ${numericDate(made)}`,
              `To be kept until ${notBefore}, the act is of ${made}`,
            ),
        hints: early
          ? text(`Напишите: notBefore: ${first}`, `Write: notBefore: ${first}`)
          : text("Удалите его из акта или исправьте даты", "Take it out of the act, or correct the dates"),
        related: { pointer: `${pointer}/term`, message: text("срок хранения", "the term of keeping") },
        expected: first,
      };
    }
  }),
};
