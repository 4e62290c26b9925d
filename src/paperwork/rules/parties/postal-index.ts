import { each, type RecordRule, text } from "../rule.ts";

/** An address begins with the postal code. */
export const postalIndex: RecordRule = {
  code: "TRC2146",
  title: text("Адрес без почтового индекса", "An address without the postal code"),
  validations: ["V56"],
  severity: "warning",
  why: text(
    "Адрес в реквизитах начинают с почтового индекса из шести цифр",
    "An address begins with the postal code of six digits",
  ),
  norm: "Правила оказания услуг почтовой связи",
  example: {
    file: "organisations/institute.yaml",
    wrong: "address: г. Смоленск, ул. Условная, д. 1",
    right: 'address: "214000, г. Смоленск, ул. Условная, д. 1"',
  },
  check: each("organisations", function* ({ data: { address } }) {
    if (address === undefined || /^\d{6}, /.test(address)) return;
    yield {
      pointer: "/address",
      message: text("Адрес не начинается с почтового индекса", "The address does not begin with the postal code"),
      hints: text(
        'Напишите: address: "214000, Смоленская область, …"',
        'Write: address: "214000, Смоленская область, …"',
      ),
    };
  }),
};
