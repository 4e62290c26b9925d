import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { each, type Location, located, type RecordRule, text } from "../rule.ts";
import { stemsOf } from "./subject-words.ts";

/** The subject of an order that amends or revokes another names that other one. */
export const subjectOfAmended: RecordRule = {
  code: "TRC2275",
  title: text("Заголовок говорит о другом приказе", "The subject is about another order"),
  validations: ["V16"],
  severity: "warning",
  why: text(
    "Заголовок приказа об изменении или отмене повторяет заголовок того приказа; другой заголовок – указан не тот приказ",
    "An order that amends or revokes another repeats its subject; where it does not, the wrong order is referred to",
  ),
  example: {
    file: "orders/2025/127-od-2025.yaml",
    wrong:
      "subject: О признании утратившим силу приказа о проведении муниципальной научно-практической конференции\nrevokes: [88-od-2025]",
    right:
      "subject: О признании утратившим силу приказа о проведении муниципальной научно-практической конференции\nrevokes: [119-od-2025]",
  },
  check: each("orders", function* (record, facts) {
    const about = /(?<!\p{L})приказ[а-яё]*(?:[ \u00a0][^«»]*?)?[ \u00a0](об?[ \u00a0].+)$/iu.exec(
      record.data.subject ?? "",
    )?.[1];
    const named = targetsOf(record, facts);
    // Several orders in one are told in words of their own.
    const [first] = named;
    if (about === undefined || first === undefined || named.length > 1) return;
    const { pointer, target } = first;
    const [said, own] = [stemsOf(about), stemsOf(target.data.subject ?? "")];
    if (said.length < FEW || own.length === 0 || said.some((stem) => own.includes(stem))) return;
    yield {
      pointer,
      message: text(
        `Заголовок – о приказе «${about}», а указан приказ ${facts.named(target)} «${target.data.subject}»`,
        `The subject is about “${about}”, the order ${facts.named(target)} about “${target.data.subject}”`,
      ),
      hints: text(
        "Укажите приказ, о котором говорит заголовок, или исправьте заголовок",
        "Correct the order or the subject",
      ),
      related: {
        record: target,
        pointer: "/subject",
        message: text("заголовок этого приказа", "the subject of that order"),
      },
    };
  }),
};

function targetsOf(
  { data }: RecordOf<"orders">,
  facts: Facts,
): readonly (Pick<Location, "pointer"> & { readonly target: RecordOf<"orders"> })[] {
  const ids = [
    ...located(data.revokes, "/revokes"),
    ...located(data.amends, "/amends").map(([at, { order }]) => [`${at}/order`, order] as const),
  ];
  return ids.flatMap(([pointer, id]) => {
    const target = facts.find("orders", id);
    return target === undefined ? [] : [{ pointer, target }];
  });
}

const FEW = 2;
