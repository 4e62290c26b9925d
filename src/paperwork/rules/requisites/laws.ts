import { numericDate } from "../../../base/text/index.ts";
import { NO_DATE } from "../../facts/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";
import { inForce } from "./law-in-text.ts";

/** Acts that a regulation rests on are named as the reference has them and are in force. */
export const laws: RecordRule = {
  code: "TRC2140",
  title: text("Ссылка на закон не сходится со справочником", "A reference to a law differs from the reference book"),
  validations: ["V48"],
  severity: "warning",
  why: text(
    "Ссылка на закон с неверной датой, номером или названием, как и на утративший силу, ничего не обосновывает",
    "A reference to a law with wrong data, or to a dead law, grounds nothing",
  ),
  norm: "Справочник laws.yaml",
  example: {
    file: "regulations/regulation-2025.yaml",
    wrong:
      'laws: [{kind: Федеральный закон, date: 2012-12-30, number: "273-ФЗ", title: Об образовании в Российской Федерации}]',
    right:
      'laws: [{kind: Федеральный закон, date: 2012-12-29, number: "273-ФЗ", title: Об образовании в Российской Федерации}]',
  },
  check: each("regulations", function* (record, facts) {
    const reference = facts.find("laws", "laws");
    if (reference === undefined) return;
    const made = facts.dated(record)?.date ?? NO_DATE;
    for (const [pointer, law] of located(record.data.laws, "/laws")) {
      const numbered = located(reference.data.acts, "/acts").filter(([, act]) => act.number === law.number);
      const known = numbered.find(([, act]) => act.date === law.date) ?? numbered[0];
      if (known === undefined) continue;
      const [at, act] = known;
      const related = {
        record: reference,
        pointer: at,
        message: text("акт в справочнике", "the act in the reference"),
      };
      for (const name of ["date", "kind", "title"] as const) {
        if (law[name] === undefined || law[name] === act[name]) continue;
        yield {
          pointer: `${pointer}/${name}`,
          message: text(
            `Акт № ${law.number}: в справочнике ${WHAT[name].ru} – ${name === "date" ? numericDate(act.date ?? "") : act[name]}`,
            `Act No. ${law.number}: the reference has the ${WHAT[name].en} ${act[name]}`,
          ),
          hints: text(`Напишите: ${name}: ${act[name]}`, `Write: ${name}: ${act[name]}`),
          related,
          expected: act[name],
        };
      }
      if (act.validTo !== undefined && act.validTo < made)
        yield {
          pointer: `${pointer}/number`,
          message: text(
            `Акт № ${law.number} действовал по ${numericDate(act.validTo)}`,
            `Act No. ${law.number} was in force until ${act.validTo}`,
          ),
          hints: inForce(act.replacedBy),
          related,
        };
    }
  }),
};

const WHAT = {
  date: text("дата", "date"),
  kind: text("вид акта", "kind"),
  title: text("название", "title"),
};
