import { covers } from "../../facts/index.ts";
import { asAmended } from "../../records/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** Who is named in an agreement for the work with a base school is who was appointed for it by the order. */
export const contactOfSchool: RecordRule = {
  code: "TRC2287",
  title: text("За взаимодействие отвечает не тот, кого назначил приказ", "Not the person appointed for the school"),
  validations: ["V36"],
  severity: "warning",
  why: text(
    "Приказ назначил за эту базовую организацию другое лицо: школа обратится не к тому",
    "The order has appointed somebody else for this base school: it will turn to the wrong person",
  ),
  example: {
    file: "agreements/3-2025-trc.yaml",
    wrong: "district: uchebnovskiy\ncontacts: {first: shevchenko-dl, second: melnik-ab}",
    right: "district: uchebnovskiy\ncontacts: {first: kvasha-in, second: melnik-ab}",
  },
  check: each(["agreements", "agreement-base"], function* ({ data: { date, contacts, parties } }, facts) {
    const school = parties?.second?.organisation;
    const person = contacts?.first;
    if (date === undefined || person === undefined || school === undefined || parties?.first?.organisation !== "centre")
      return;
    const order = facts
      .all("orders", "order-responsible")
      .map(asAmended)
      .find(({ data: { from, to } }) => covers({ from, to }, date));
    const own = order?.data.responsibilities?.filter(({ baseSchool }) => baseSchool === school) ?? [];
    const may = [order?.data.coordinator, ...own.flatMap((one) => [one.person, one.deputy])];
    const [right] = own;
    if (order === undefined || right?.person === undefined || may.includes(person)) return;
    yield {
      pointer: "/contacts/first",
      message: text(
        `За эту организацию по приказу ${facts.named(order)} отвечает ${facts.fullName(right.person)}, а не ${facts.fullName(person)}`,
        `By the order ${facts.named(order)} “${facts.fullName(right.person)}” answers for this school, not “${facts.fullName(person)}”`,
      ),
      hints: text(
        `Напишите: first: ${right.person}; если ответственный сменился, внесите изменение в приказ`,
        `Write: first: ${right.person}; if somebody else answers now, amend the order`,
      ),
      related: {
        record: order,
        pointer: "/responsibilities",
        message: text("кто за что отвечает", "who answers for what"),
      },
      expected: right.person,
    };
  }),
};
