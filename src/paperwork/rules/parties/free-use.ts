import { numericDate } from "../../../base/text/index.ts";
import type { DataOf } from "../../records/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** What the owner has to agree to is lent with his consent, given beforehand. */
export const freeUse: RecordRule = {
  code: "TRC2184",
  title: text("Имущество передаётся без согласия собственника", "Property is lent without the consent of its owner"),
  validations: ["V16"],
  why: text(
    "Особо ценным движимым имуществом учреждение распоряжается с согласия собственника, полученного до договора",
    "An institution lends especially valuable property with the consent of the owner, given before the agreement",
  ),
  norm: "ГК РФ, статья 298",
  example: {
    file: "agreements/1-2026-bp.yaml",
    wrong: "ownersConsent: null",
    right: 'ownersConsent: {organisation: committee, act: письмо, date: 2026-02-03, number: "118"}',
  },
  check: each(["agreements", "agreement-free-use"], function* ({ data }, facts) {
    const { date, property, ownersConsent, assessment } = data;
    const valuable = located(property, "/property").find(([, item]) => item.valuable === true);
    if (valuable !== undefined && ownersConsent === undefined)
      yield {
        pointer: `${valuable[0]}/valuable`,
        key: true,
        message: text(
          `«${valuable[1].name}» – особо ценное имущество, а согласия собственника нет`,
          `“${valuable[1].name}” is especially valuable, and there is no consent of the owner`,
        ),
        hints: text(
          'Добавьте: ownersConsent: {organisation: committee, act: письмо, date: 2026-02-03, number: "118"}',
          'Add: ownersConsent: {organisation: committee, act: письмо, date: 2026-02-03, number: "118"}',
        ),
      };
    for (const [pointer, given, what] of [
      ["/ownersConsent/date", ownersConsent?.date, text("Согласие собственника", "The consent of the owner")],
      ["/assessment/date", assessment?.date, text("Оценка последствий", "The assessment")],
    ] as const) {
      if (given === undefined || date === undefined || given <= date) continue;
      yield {
        pointer,
        message: text(
          `${what.ru} от ${numericDate(given)} – позже договора от ${numericDate(date)}`,
          `${what.en} of ${given} is later than the agreement of ${date}`,
        ),
        hints: text(
          "Исправьте дату этого документа или договора",
          "Correct the date of this document or the agreement",
        ),
        related: { pointer: "/date", message: text("дата договора", "date of the agreement") },
      };
    }
    const main = facts.find("agreements", data.agreement);
    const stranger = located(sidesOf(data.parties), "").find(([, id]) => !sidesOf(main?.data.parties).includes(id));
    if (main !== undefined && stranger !== undefined)
      yield {
        pointer: "/agreement",
        message: text(
          `В договоре ${facts.named(main)} нет стороны «${stranger[1]}»`,
          `"${stranger[1]}" is no party of the agreement "${main.id}"`,
        ),
        hints: text(
          "Укажите договор о взаимодействии с этой стороной или исправьте сторону",
          "Name the agreement with this party, or correct the party",
        ),
        related: { record: main, pointer: "/parties", message: text("стороны того договора", "its parties") },
      };
  }),
};

function sidesOf(parties: DataOf<"agreements">["parties"]): readonly string[] {
  return [parties?.first?.organisation, parties?.second?.organisation].flatMap((id) => id ?? []);
}
