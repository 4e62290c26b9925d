import { matchesIn } from "../matches-in.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A school that a text names is called as its record has it. */
export const schoolInText: RecordRule = {
  code: "TRC2241",
  title: text("Школа названа не так, как в записи", "A school is named otherwise than in its record"),
  validations: ["V47"],
  severity: "warning",
  why: text(
    "Организацию называют полным или сокращённым наименованием из устава",
    "An organisation is called by its full or its short name of the charter",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 5",
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: направить участников из МБОУ «Образцовская средняя школа»",
    right: "items:\n  - text: направить участников из МБОУ «Образцовская СШ»",
  },
  *check(facts): Iterable<Finding> {
    const known = new Map<string, { readonly form: string; readonly quoted: string; readonly short: string }[]>();
    const right = new Set<string>();
    for (const { data } of facts.all("organisations"))
      for (const { short = "", full = "" } of data.names ?? []) {
        const [, form = "", quoted = ""] = NAME.exec(short) ?? [];
        const [, , long = ""] = LONG.exec(full) ?? [];
        if (quoted === "") continue;
        right.add(plain(`${form} ${quoted}`));
        const first = plain(quoted).split(" ")[0] ?? "";
        known.set(first, [...(known.get(first) ?? []), { form, quoted, short }]);
        if (long !== "") right.add(plain(long));
      }
    for (const { record } of facts.documents) {
      if (!record.text.includes("«")) continue;
      for (const { found, place } of matchesIn(record, NAMED)) {
        const { form = "", quoted = "" } = found.groups ?? {};
        if (right.has(plain(`${form} ${quoted}`))) continue;
        const near = known.get(plain(quoted).split(" ")[0] ?? "") ?? [];
        const [school] = near;
        if (school === undefined || near.length > 1) continue;
        yield {
          ...place,
          message: text(
            `«${found[0]}»: в записи школа названа «${school.short}»`,
            `“${found[0]}”: the record has “${school.short}”`,
          ),
          hints: text(
            `Напишите: ${school.short}; если это другая организация, снимите замечание`,
            `Write: ${school.short}; if it is another organisation, waive the finding`,
          ),
          expected: school.short,
        };
      }
    }
  },
};

/** «МБОУ «Образцовская СШ»»: the form of the organisation, and the name in the quotes. */
const NAME = /^(\p{Lu}{3,}) «([^«»]+)»$/u;
const LONG = /^([^«»]+) «([^«»]+)»$/u;
const NAMED = /(?<![\p{L}\d])(?<form>\p{Lu}{1,5}(?:ОУ|ДО))[ \u00a0]«(?<quoted>[^«»\n]+)»/gu;

function plain(name: string): string {
  return name
    .replace(/[\s\u00a0]+/g, " ")
    .replaceAll("ё", "е")
    .trim()
    .toLowerCase();
}
