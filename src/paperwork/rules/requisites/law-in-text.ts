import { numericDate } from "../../../base/text/index.ts";
import { matchesIn } from "../matches-in.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";

/** A law that a text names is the one of the reference book, and in force on the day of the document. */
export const lawInText: RecordRule = {
  code: "TRC2232",
  title: text(
    "Закон назван с другой датой или утратил силу",
    "A law is named with another date, or is in force no more",
  ),
  validations: ["V48"],
  severity: "warning",
  why: text(
    "Ссылка на утративший силу или неверно названный закон ничего не обосновывает",
    "A reference to a dead or a wrongly named law grounds nothing",
  ),
  norm: "Справочник laws.yaml",
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: соблюдать Федеральный закон от 28.12.2012 № 273-ФЗ",
    right: "items:\n  - text: соблюдать Федеральный закон от 29.12.2012 № 273-ФЗ",
  },
  *check(facts): Iterable<Finding> {
    const laws = facts.find("laws", "laws");
    if (laws === undefined) return;
    const acts = located(laws.data.acts, "/acts");
    for (const { record, date: made } of facts.documents)
      for (const { found, place } of matchesIn(record, NAMED)) {
        const { day, month, year, number } = found.groups ?? {};
        const [at, act] = acts.find(([, one]) => one.number === number) ?? [];
        if (at === undefined || act === undefined) continue;
        const date = `${year}-${month}-${day}`;
        const common = {
          ...place,
          related: { record: laws, pointer: at, message: text("акт в справочнике", "the act in the reference") },
        };
        if (act.date !== undefined && act.date !== date)
          yield {
            ...common,
            message: text(
              `Акт № ${number} – от ${numericDate(act.date)}, а не от ${numericDate(date)}`,
              `The act No. "${number}" is of ${act.date}, not of ${date}`,
            ),
            hints: text(`Напишите: от ${numericDate(act.date)} № ${number}`, "Write the date of the reference book"),
          };
        else if (act.validTo !== undefined && act.validTo < made)
          yield {
            ...common,
            message: text(
              `Акт № ${number} действовал по ${numericDate(act.validTo)}, а документ – от ${numericDate(made)}`,
              `The act No. "${number}" was in force until ${act.validTo}, the document is of ${made}`,
            ),
            hints: text("Сошлитесь на действующий акт", "Refer to an act in force"),
          };
      }
  },
};

/** «от 29.12.2012 № 273-ФЗ», «от 10.07.1992 № 3266-1». */
const NAMED =
  /(?<!\p{L})от[\s\u00a0]+(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})[\s\u00a0]+№[\s\u00a0]*(?<number>\d+(?:-[\p{L}\d]+)?)/giu;
