import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, items } from "../values.ts";

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
  *check(facts): Iterable<Finding> {
    const reference = facts.find("laws", "laws");
    if (reference === undefined) return;
    for (const record of facts.all("regulations")) {
      const made = facts.dated(record)?.date ?? "9999-12-31";
      for (const { pointer, fields: law } of items(record.data, "laws")) {
        const known = items(reference.data, "acts").find(({ fields: act }) => act.number === law.number);
        if (known === undefined) continue;
        const related = [
          { record: reference, pointer: known.pointer, message: text("акт в справочнике", "the act in the reference") },
        ];
        for (const name of ["date", "kind", "title"] as const) {
          if (law[name] === undefined || law[name] === known.fields[name]) continue;
          yield {
            record,
            pointer: `${pointer}/${name}`,
            message: text(
              `Акт № ${law.number}: в справочнике ${name} – ${known.fields[name]}`,
              `Act No. ${law.number}: the reference has ${name} ${known.fields[name]}`,
            ),
            hints: [text(`Напишите: ${name}: ${known.fields[name]}`, `Write: ${name}: ${known.fields[name]}`)],
            related,
            actual: String(law[name]),
            expected: String(known.fields[name]),
          };
        }
        const until = day(known.fields.validTo);
        if (until !== undefined && until < made)
          yield {
            record,
            pointer: `${pointer}/number`,
            message: text(
              `Акт № ${law.number} утратил силу после ${until}`,
              `Act No. ${law.number} was in force until ${until}`,
            ),
            hints: [text("Сошлитесь на действующий акт", "Refer to an act in force")],
            related,
            actual: String(law.number),
          };
      }
    }
  },
};
