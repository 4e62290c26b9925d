import { folded } from "../../../base/text/index.ts";
import { matchesIn } from "../matches-in.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { namesApart } from "./short-and-full.ts";

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
        // A short name that is wrong itself is told in its record, not in every text that has it right.
        if (quoted === "" || namesApart(short, full) !== null) continue;
        right.add(plain(`${form} ${quoted}`));
        const first = plain(quoted).split(" ")[0] ?? "";
        known.set(first, [...(known.get(first) ?? []), { form, quoted, short }]);
        if (long !== "") right.add(plain(long));
      }
    for (const record of [
      ...facts.documents.map((one) => one.record),
      ...facts.all("activities"),
      ...facts.all("results"),
    ]) {
      if (!record.text.includes("«")) continue;
      for (const { found, place } of matchesIn(record, NAMED)) {
        const { form = "", quoted = "" } = found.groups ?? {};
        if (right.has(plain(`${form} ${quoted}`))) continue;
        const first = plain(quoted).split(" ")[0] ?? "";
        const near = known.get(first) ?? [...known].flatMap(([one, schools]) => (isSlip(one, first) ? schools : []));
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
const NAME = /^(\p{Lu}{3,}(?: \p{Lu}{2,})?) «([^«»]+)»$/u;
const LONG = /^([^«»]+) «([^«»]+)»$/u;
const NAMED = /(?<![\p{L}\d])(?<form>\p{Lu}{1,5}(?:ОУ|ДО))[ \u00a0]«(?<quoted>[^«»\n]+)»/gu;

/** One letter lost, added, twice or changed, or two neighbours swapped, in a name that is long enough to be known by the rest. */
function isSlip(right: string, written: string): boolean {
  if (Math.min(right.length, written.length) < LONG_ENOUGH) return false;
  let [start, end] = [0, 0];
  const shorter = Math.min(right.length, written.length);
  while (start < shorter && right[start] === written[start]) start++;
  while (end < shorter - start && right.at(-1 - end) === written.at(-1 - end)) end++;
  const [a, b] = [right.slice(start, right.length - end), written.slice(start, written.length - end)];
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && b === `${a[1]}${a[0]}`);
}

const LONG_ENOUGH = 7;

function plain(name: string): string {
  return folded(name)
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}
