import type { DataOf } from "../../records/index.ts";
import { repeated } from "../../records/index.ts";
import { type Finding, type RecordRule, type Text, text } from "../rule.ts";

/** A number that identifies an organisation is its own. */
export const sharedCode: RecordRule = {
  code: "TRC2201",
  title: text("Номер уже принадлежит другой организации", "The number belongs to another organisation"),
  validations: ["V11"],
  why: text(
    "ИНН, ОГРН и лицевой счёт у каждой организации свои: чужой номер в договоре сделает его стороной другую организацию",
    "An INN, an OGRN and a personal account belong to one organisation: with another one the agreement names another party",
  ),
  norm: "НК РФ, статья 84; Федеральный закон № 129-ФЗ",
  example: {
    file: "organisations/school-klyuchi.yaml",
    wrong: 'inn: "6700000254"',
    right: 'inn: "6700000261"',
  },
  *check(facts): Iterable<Finding> {
    // A record copied whole is one mistake, told at its first number.
    const told = new Set<string>();
    for (const { pointer, name, of } of NUMBERS)
      for (const [record, first] of repeated(facts.all("organisations"), ({ data }) => of(data))) {
        if (told.has(`${record.id} ${first.id}`)) continue;
        told.add(`${record.id} ${first.id}`);
        yield {
          record,
          pointer,
          message: text(
            `${name.ru} уже указан в записи «${first.id}»`,
            `The ${name.en} stands in the record "${first.id}" already`,
          ),
          hints: text(
            "Сверьте номер с карточкой организации; вторую запись одной организации удалите",
            "Compare the number with the card of the organisation; delete a second record of one organisation",
          ),
          related: { record: first, pointer, message: text("тот же номер", "the same number") },
        };
      }
  },
};

type Numbered = {
  readonly pointer: string;
  readonly name: Text;
  readonly of: (data: DataOf<"organisations"> | DataOf<"centre">) => string | undefined;
};

const NUMBERS: readonly Numbered[] = [
  { pointer: "/inn", name: text("ИНН", "INN"), of: ({ inn }) => inn },
  { pointer: "/ogrn", name: text("ОГРН", "OGRN"), of: ({ ogrn }) => ogrn },
  {
    pointer: "/bank/personalAccount",
    name: text("Лицевой счёт", "personal account"),
    of: ({ bank }) => bank?.personalAccount,
  },
];
