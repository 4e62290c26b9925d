import { countForm } from "../../../language/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { string } from "../values.ts";

/** A heading answers «о чём?», without a stop, in a few lines. */
export const heading: RecordRule = {
  code: "TRC2153",
  title: text("Заголовок документа не по форме", "The heading is not in form"),
  validations: ["V63"],
  severity: "warning",
  why: text(
    "Заголовок к тексту отвечает на вопрос «о чём?», точки в конце нет, строк – не больше пяти",
    "A heading says what the document is about, without a stop, in five lines at most",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 17 «Заголовок к тексту»",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "subject: Проведение конференции.",
    right: "subject: О проведении конференции",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("orders")) {
      const subject = string(record.data.subject);
      if (subject === undefined) continue;
      const problem = !/^(О|Об|Обо) /.test(subject)
        ? text("Заголовок не начинается с «О» или «Об»", "The heading does not begin with «О» or «Об»")
        : /[.…]$/.test(subject)
          ? text("В конце заголовка стоит точка", "The heading ends with a stop")
          : subject.length > 220
            ? text(
                `Заголовок слишком длинный: ${subject.length} ${countForm(subject.length, "знак", "знака", "знаков")}`,
                `The heading is too long: ${subject.length} characters`,
              )
            : null;
      if (problem === null) continue;
      yield {
        record,
        pointer: "/subject",
        message: problem,
        hints: [text("Например: subject: О проведении семинара", "For instance: subject: О проведении семинара")],
        actual: subject,
      };
    }
  },
};
