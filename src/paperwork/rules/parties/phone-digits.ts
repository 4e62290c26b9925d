import type { Facts } from "../facts.ts";
import { each, type FindingIn, type RecordRule, text } from "../rule.ts";

/** A number with the code of its place has ten digits after +7: a lost or doubled one leads to somebody else. */
export const phoneDigits: RecordRule = {
  code: "TRC2290",
  title: text("В телефоне лишняя цифра или её не хватает", "A telephone with a digit too many or too few"),
  validations: ["V11"],
  severity: "warning",
  why: text(
    "С кодом города или оператора в номере 10 цифр после +7: по такому не дозвониться",
    "With its code a number has ten digits after +7: nobody is reached by this one",
  ),
  norm: "Российская система и план нумерации",
  example: { file: "centre.yaml", wrong: 'phone: "+7 (481) 00-00-01"', right: 'phone: "+7 (4812) 00-00-01"' },
  *check(facts: Facts) {
    for (const collection of ["centre", "organisations", "people"] as const)
      yield* each(collection, ({ data: { phone } }) => wrongPhone(phone))(facts);
  },
};

function* wrongPhone(phone: string | undefined): Iterable<FindingIn> {
  const digits = phone?.replace(/^\+7|\D/g, "").length ?? TEN;
  if (digits === TEN) return;
  yield {
    pointer: "/phone",
    message: text(
      `В телефоне «${phone}» цифр после +7 – ${digits}, а их должно быть ${TEN}`,
      `The telephone "${phone}" has ${digits} digits after +7 instead of ${TEN}`,
    ),
    hints: text("Сверьте номер: код и номер вместе – 10 цифр", "Compare the number: code and number are ten digits"),
    expected: "+7 (4812) 00-00-01",
  };
}

const TEN = 10;
