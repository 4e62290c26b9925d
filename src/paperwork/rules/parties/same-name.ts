import { folded } from "../../../base/text/index.ts";
import { repeated } from "../../records/index.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";

/** Organisations are told apart by their names. */
export const sameName: RecordRule = {
  code: "TRC2202",
  title: text("Две организации названы одинаково", "Two organisations bear one name"),
  validations: ["V46"],
  why: text(
    "По наименованию в документе узнают организацию; одинаковые не различить",
    "A document tells organisations apart by their names",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 05",
  example: {
    file: "organisations/school-klyuchi.yaml",
    wrong:
      "names: [{full: муниципальное бюджетное общеобразовательное учреждение «Ключевская основная школа», short: МБОУ «Полянская СШ», gender: neuter}]",
    right:
      "names: [{full: муниципальное бюджетное общеобразовательное учреждение «Ключевская основная школа», short: МБОУ «Ключевская ОШ», gender: neuter}]",
  },
  *check(facts): Iterable<Finding> {
    const named = facts.all("organisations").flatMap((record) =>
      located(record.data.names, "/names").flatMap(([at, { full, short }]) => [
        { record, pointer: `${at}/full`, name: full },
        { record, pointer: `${at}/short`, name: short },
      ]),
    );
    const told = new Set<string>();
    for (const [{ record, pointer, name = "" }, first] of repeated(named, ({ name }) => name && plain(name))) {
      // The full and the short name are one mistake; of one INN another rule tells.
      const sameInn = record.data.inn !== undefined && record.data.inn === first.record.data.inn;
      if (record.id !== first.record.id && !sameInn && !told.has(record.id)) {
        told.add(record.id);
        yield {
          record,
          pointer,
          message: text(
            `Так же названа организация «${first.record.id}»: ${name}`,
            `"${first.record.id}" bears this name, too: ${name}`,
          ),
          hints: text(
            "Напишите наименование по уставу; вторую запись одной организации удалите",
            "Write the name of the charter; delete a second record of one organisation",
          ),
          related: { ...first, message: text("то же наименование", "the same name") },
        };
      }
    }
  },
};

/** Quotes, dashes, capitals and ё make no other name. */
function plain(name: string): string {
  return folded(name)
    .replace(/[^\p{L}\p{N}№]+/gu, " ")
    .trim();
}
