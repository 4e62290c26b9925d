import { countForm } from "../../../language/index.ts";
import { each, type RecordRule, type Text, text } from "../rule.ts";

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
  check: each("orders", function* ({ data: { subject, kind } }) {
    const message = subject === undefined ? null : problemOf(subject, kind === "order-revocation");
    if (message === null) return;
    const example = kind === "order-revocation" ? "О признании утратившим силу приказа" : "О проведении семинара";
    yield {
      pointer: "/subject",
      message,
      hints: text(`Например: subject: ${example}`, `For instance: subject: ${example}`),
    };
  }),
};

function problemOf(subject: string, revokes: boolean): Text | null {
  if (!/^(О|Об|Обо) /.test(subject))
    return text("Заголовок не начинается с «О» или «Об»", "The heading does not begin with «О» or «Об»");
  // What is annulled never had force, what is revoked had it until then.
  if (revokes && /(?<!\p{L})отмен/iu.test(subject))
    return text(
      "Заголовок говорит об отмене, а приказ признаёт утратившим силу: у них разные последствия",
      "The heading says «annulled», the order says «no longer in force»: they differ in what follows",
    );
  if (/[.…]$/.test(subject)) return text("В конце заголовка стоит точка", "The heading ends with a stop");
  if (subject.length <= 220) return null;
  return text(
    `Заголовок слишком длинный: ${subject.length} ${countForm(subject.length, "знак", "знака", "знаков")}`,
    `The heading is too long: ${subject.length} characters`,
  );
}
