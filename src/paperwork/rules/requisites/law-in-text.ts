import { folded, numericDate } from "../../../base/text/index.ts";
import { type Finding, located, type RecordRule, type Text, text } from "../rule.ts";
import { aSlip, namedActs } from "./named-acts.ts";

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
    for (const { number, day, made, known, place, laws } of namedActs(facts)) {
      const [, quoted] = /^[ \u00a0]«([^«»\n]+)»/u.exec(place.record.text.slice(place.range[1])) ?? [];
      const titled =
        quoted === undefined
          ? undefined
          : located(laws.data.acts, "/acts")
              .map(([, one]) => ({ act: one }))
              .find(({ act: one }) => plain(one.title) === plain(quoted));
      const near = known.filter(({ act: { date = "" } }) => day === null || aSlip(date, day));
      const same = near.filter(({ act }) => day === null || act.date === day);
      const [first] = same.length > 0 ? same : near;
      if (first === undefined) continue;
      const { act, pointer } = first;
      const { date = "", validFrom, validTo, replacedBy } = act;
      const related = { record: laws, pointer, message: text("акт в справочнике", "the act in the reference") };
      const common = { ...place, related };
      const name = act.kind === "ГОСТ Р" ? `ГОСТ Р ${number}` : `Акт № ${number}`;
      if (same.length === 0 && day !== null)
        yield {
          ...common,
          message: text(
            `Акт № ${number} – от ${numericDate(date)}, а не от ${numericDate(day)}`,
            `The act No. "${number}" is of ${date}, not of ${day}`,
          ),
          hints: text(`Напишите: от ${numericDate(date)} № ${number}`, "Write the date of the reference book"),
        };
      else if (quoted !== undefined && titled !== undefined && plain(titled.act.title) !== plain(act.title))
        yield {
          ...common,
          message: text(
            `Акт № ${number} называется «${act.title}», а «${quoted}» – это № ${titled.act.number}`,
            `The act No. "${number}" is called “${act.title}”, and “${quoted}” is No. "${titled.act.number}"`,
          ),
          hints: text("Исправьте номер с датой или название", "Correct the number with its date, or the title"),
        };
      else if (same.every(({ act: one }) => one.validTo !== undefined && one.validTo < made))
        yield {
          ...common,
          message: text(
            `${name} действовал по ${numericDate(validTo ?? "")}, а документ – от ${numericDate(made)}`,
            `The act "${number}" was in force until ${validTo}, the document is of ${made}`,
          ),
          hints: inForce(replacedBy),
        };
      else if (validFrom !== undefined && made < validFrom)
        yield {
          ...common,
          message: text(
            `${name} действует с ${numericDate(validFrom)}, а документ – от ${numericDate(made)}`,
            `The act "${number}" is in force since ${validFrom}, the document is of ${made}`,
          ),
          hints: inForce(undefined),
        };
    }
  },
};

function plain(title = ""): string {
  return folded(title)
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** What to refer to instead. */
export function inForce(replacedBy: string | undefined): Text {
  return replacedBy === undefined
    ? text("Сошлитесь на акт, действовавший в день документа", "Refer to an act in force on the day of the document")
    : text(`Сошлитесь на действующий: ${replacedBy}`, `Refer to the one in force: “${replacedBy}”`);
}
